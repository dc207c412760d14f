package org.bourse.exchange.event;

import org.bourse.exchange.model.TradingPhase;

/**
 * How an instrument is traded has changed, or what its auction would give. Prices and quantities
 * are scaled by its scales.
 *
 * @param price indicative, or of the auction; 0: none
 * @param volume what trades at it
 * @param surplus what is left at it; above 0: of the buyers, below: of the sellers
 * @param lastPrice of the last trade, 0: none
 * @param businessDate as yyyymmdd, 0: none yet
 * @param kind {@link #PHASE}, {@link #INDICATIVE} or {@link #UNCROSSED}
 */
public record MarketState(
    long eventSeq,
    long time,
    int sessionId,
    int instrumentId,
    long price,
    long volume,
    long surplus,
    long lastPrice,
    int businessDate,
    TradingPhase phase,
    int kind,
    String reasonText)
    implements Event {
  /** The phase has changed. */
  public static final int PHASE = 0;

  /** What the auction would give has changed. */
  public static final int INDICATIVE = 1;

  /** The auction has taken place. */
  public static final int UNCROSSED = 2;
}
