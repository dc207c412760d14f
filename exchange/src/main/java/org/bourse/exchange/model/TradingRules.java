package org.bourse.exchange.model;

/**
 * How an instrument is traded, beyond its steps and largest values. Bands are in basis points.
 *
 * @param referencePrice what bands and auctions refer to until there is a trade, scaled; 0: none
 * @param priceBand how far a limit price may be from the reference, 0: any
 * @param volatilityBand a trade so far from the last one begins an auction instead, 0: never
 * @param volatilityAuctionMillis how long that auction takes
 * @param marketProtection how far from the best price a market order trades, 0: any
 * @param stopByQuote whether stop orders are triggered by the best price of the other side, not by
 *     the last trade
 * @param repricePostOnly whether a post-only order that would trade gets the next price that does
 *     not, instead of a refusal
 */
public record TradingRules(
    long referencePrice,
    int priceBand,
    int volatilityBand,
    int volatilityAuctionMillis,
    int marketProtection,
    boolean stopByQuote,
    boolean repricePostOnly) {

  /** No bands, stops by the last trade, post-only refused. */
  public static final TradingRules PLAIN = new TradingRules(0, 0, 0, 0, 0, false, false);

  /** Basis points of the whole. */
  public static final int WHOLE = 10_000;

  /** Whether the values can be. */
  public boolean isSound() {
    return referencePrice >= 0
        && referencePrice <= Instrument.LARGEST
        && priceBand >= 0
        && volatilityBand >= 0
        && volatilityAuctionMillis >= 0
        && marketProtection >= 0;
  }
}
