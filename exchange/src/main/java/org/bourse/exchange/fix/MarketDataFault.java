package org.bourse.exchange.fix;

/** Why there is no market data for a request that can be read: MDReqRejReason(281) and Text(58). */
enum MarketDataFault {
  UNKNOWN_SYMBOL('0', "Unknown Symbol(55)"),
  DUPLICATE_ID('1', "A subscription with this MDReqID(262) is running"),
  TOO_MANY('2', "Too many subscriptions"),
  NO_ROLE('3', "Not authorized: the user has not the role market-data"),
  NOT_GRANTED('3', "Not authorized: instrument"),
  NOTHING_GRANTED('3', "Not authorized: no instrument is granted"),
  SUBSCRIPTION_TYPE('4', "SubscriptionRequestType(263) must be 0, 1 or 2"),
  DEPTH('5', "MarketDepth(264) must be 0, the full book, or a number of price levels"),
  UPDATE_TYPE('6', "MDUpdateType(265) must be 0 or 1"),
  AGGREGATED_BOOK('7', "AggregatedBook(266) must be Y or N"),
  ENTRY_TYPE('8', "MDEntryType(269) must be one of 0, 1, 2, 4, 5, 7, 8, 9, A and B"),
  NO_ENTRY_TYPE('8', "At least one MDEntryType(269) is needed"),
  TRADING_SESSION('9', "Unknown TradingSessionID(336): the only one is DAY"),
  SCOPE('A', "Scope(546) must be 1"),
  SETTLEMENT('B', "OpenCloseSettlFlag(286) must be 0, 4 or 5"),
  IMPLICIT_DELETE('C', "MDImplicitDelete(547) must be Y or N"),
  QUEUE_ACTION('\0', "ApplQueueAction(815) must be 0, 1, 2 or 3"),
  QUEUE_LENGTH(
      '\0', "ApplQueueMax(812) is not offered: the queue is bounded by bytes, not messages"),
  INTERVAL('\0', "MDUpdateInterval(8001) must be 0 to 60000 milliseconds"),
  UNKNOWN_ID('\0', "There is no subscription with this MDReqID(262)");

  private final char reason;
  private final String text;

  MarketDataFault(char reason, String text) {
    this.reason = reason;
    this.text = text;
  }

  /** The refusal of the request that has an MDReqID(262). */
  MarketDataRequests.Refusal of(String id) {
    return new MarketDataRequests.Refusal(id, reason, text);
  }

  /** The same, with the symbol that it is about, unless that is too long to be one. */
  MarketDataRequests.Refusal of(String id, String symbol) {
    return symbol.length() > FieldChecks.NAME_LENGTH
        ? of(id)
        : new MarketDataRequests.Refusal(id, reason, text + ' ' + symbol);
  }
}
