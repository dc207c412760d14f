/** The matching engine: deterministic, single-threaded, no clock, no I/O. */
@NullMarked
package org.bourse.exchange.engine;

import org.jspecify.annotations.NullMarked;
