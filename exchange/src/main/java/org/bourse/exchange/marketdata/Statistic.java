package org.bourse.exchange.marketdata;

/**
 * A value of an instrument that is neither of its book nor of one trade.
 *
 * @param price scaled, with so many digits more; 0: none
 * @param moreDigits digits of the price beyond those of the instrument's prices
 * @param quantity scaled, -1: none
 * @param condition TradeCondition(277), {@code '\0'}: none
 * @param openClose OpenCloseSettlFlag(286), {@code '\0'}: none
 */
public record Statistic(
    EntryKind kind, long price, int moreDigits, long quantity, char condition, char openClose) {

  static Statistic ofPrice(EntryKind kind, long price) {
    return new Statistic(kind, price, 0, -1, '\0', '\0');
  }
}
