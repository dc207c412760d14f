/** One order of all things: journal, then engine, then release. */
@NullMarked
package org.bourse.exchange.sequencer;

import org.jspecify.annotations.NullMarked;
