/** Single requests, sent by hand: one goes out, what comes back is printed. */
@NullMarked
package org.bourse.client.order;

import org.jspecify.annotations.NullMarked;
