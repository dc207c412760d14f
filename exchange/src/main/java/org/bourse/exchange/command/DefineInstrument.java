package org.bourse.exchange.command;

import org.bourse.exchange.model.Instrument;

/**
 * What may be traded, under an id that is given once, densely from 0, and never reused.
 *
 * @param enabled false: no longer in the configuration; open orders may only be canceled
 */
public record DefineInstrument(int instrumentId, Instrument instrument, boolean enabled)
    implements Command {}
