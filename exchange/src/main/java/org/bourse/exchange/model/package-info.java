/**
 * The words of the trade: sides, order types, instruments, prices and quantities as scaled longs.
 */
@NullMarked
package org.bourse.exchange.model;

import org.jspecify.annotations.NullMarked;
