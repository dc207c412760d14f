/** What has happened. */
@NullMarked
package org.bourse.exchange.event;

import org.jspecify.annotations.NullMarked;
