/** The append-only log of commands, the truth that everything else is rebuilt from. */
@NullMarked
package org.bourse.exchange.journal;

import org.jspecify.annotations.NullMarked;
