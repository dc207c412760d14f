/** Single requests, against a venue. */
@NullMarked
package org.bourse.client.order;

import org.jspecify.annotations.NullMarked;
