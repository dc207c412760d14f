package org.bourse.client.marketdata;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a W or X.
 *
 * @param action MDUpdateAction(279); NEW in a W
 * @param type MDEntryType(269)
 * @param symbol Symbol(55)
 * @param id MDEntryID(278), empty for none
 * @param position MDEntryPositionNo(290), 0 for none
 * @param price MDEntryPx(270), null for none
 * @param size MDEntrySize(271), null for none
 * @param orders NumberOfOrders(346), null for none
 * @param rptSeq RptSeq(83), {@link #NO_NUMBER} for none; in a W that of the message
 * @param time MDEntryDate(272) and MDEntryTime(273), joined as a UTCTimestamp; else the message's
 *     SendingTime(52)
 * @param aggressor AggressorSide(2446)
 * @param condition QuoteCondition(276) or TradeCondition(277), empty for none
 * @param indicative whether OpenCloseSettlFlag(286) is 5, which marks what an auction would trade
 *     at
 */
record Entry(
    Action action,
    char type,
    String symbol,
    String id,
    int position,
    @Nullable BigDecimal price,
    @Nullable BigDecimal size,
    @Nullable Integer orders,
    long rptSeq,
    String time,
    Aggressor aggressor,
    String condition,
    boolean indicative) {

  static final long NO_NUMBER = -1;

  static final char BID = '0';
  static final char OFFER = '1';
  static final char TRADE = '2';
  static final char OPENING = '4';
  static final char CLOSING = '5';
  static final char HIGH = '7';
  static final char LOW = '8';
  static final char VWAP = '9';
  static final char VOLUME = 'B';
  static final char IMBALANCE = 'A';

  /** TradeCondition(277) of an imbalance: more buyers. */
  static final String MORE_BUYERS = "P";

  /** TradeCondition(277) of an imbalance: more sellers. */
  static final String MORE_SELLERS = "Q";

  enum Action {
    NEW,
    CHANGE,
    DELETE
  }

  enum Aggressor {
    BUY,
    SELL,
    NONE
  }
}
