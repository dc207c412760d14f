/** What may be asked of the engine. */
@NullMarked
package org.bourse.exchange.command;

import org.jspecify.annotations.NullMarked;
