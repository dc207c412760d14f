/** A small venue to test against: a FIX acceptor with a price-time book, and faults on demand. */
@NullMarked
package org.bourse.client.venue;

import org.jspecify.annotations.NullMarked;
