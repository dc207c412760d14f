/**
 * Market data: books and trades as subscribers see them, made of the engine's events. Knows no
 * session and no protocol.
 */
@NullMarked
package org.bourse.exchange.marketdata;

import org.jspecify.annotations.NullMarked;
