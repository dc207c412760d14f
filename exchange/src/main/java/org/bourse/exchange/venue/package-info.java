/** What a venue does of itself: its controls, its clock, its schedule. */
@NullMarked
package org.bourse.exchange.venue;

import org.jspecify.annotations.NullMarked;
