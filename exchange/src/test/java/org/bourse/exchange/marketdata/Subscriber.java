package org.bourse.exchange.marketdata;

/** Knows of an instrument only what he was told, and takes nothing that does not fit it. */
final class Subscriber implements EntrySink {
  private final ToldLevels bidLevels;
  private final ToldLevels offerLevels;
  private final ToldOrders bidOrders;
  private final ToldOrders offerOrders;
  private final ToldValues values;
  private final FeedRequest.Content content;
  private int entries;

  /** One who joins after a trade. */
  Subscriber(FeedRequest.Content content, long matchId) {
    this.content = content;
    bidLevels = new ToldLevels(content, EntryKind.BID);
    offerLevels = new ToldLevels(content, EntryKind.OFFER);
    bidOrders = new ToldOrders(content, EntryKind.BID);
    offerOrders = new ToldOrders(content, EntryKind.OFFER);
    values = new ToldValues(matchId);
  }

  @Override
  public void level(
      char action, EntryKind side, int position, long price, long quantity, int orders) {
    count(side);
    Require.that(!content.byOrder(), "a level to one who wants orders");
    levels(side).take(action, position, new ToldLevels.Told(price, quantity, orders));
  }

  @Override
  public void order(
      char action, EntryKind side, int position, long orderId, long price, long quantity) {
    count(side);
    Require.that(content.byOrder(), "an order to one who wants levels");
    orders(side).take(action, position, new ToldOrders.Told(orderId, price, quantity));
  }

  @Override
  public void trade(TradeTick trade) {
    count(EntryKind.TRADE);
    values.take(trade);
  }

  @Override
  public void statistic(char action, Statistic value) {
    count(value.kind());
    values.take(action, value);
  }

  private void count(EntryKind kind) {
    Require.that(content.kinds().contains(kind), "not asked for: " + kind);
    entries++;
  }

  ToldLevels levels(EntryKind side) {
    return side == EntryKind.BID ? bidLevels : offerLevels;
  }

  ToldOrders orders(EntryKind side) {
    return side == EntryKind.BID ? bidOrders : offerOrders;
  }

  ToldValues values() {
    return values;
  }

  /** How many entries he was told. */
  int entries() {
    return entries;
  }

  /** Makes sure that another knows the same of the book and of the statistics. */
  void requireLike(Subscriber other) {
    for (EntryKind side : new EntryKind[] {EntryKind.BID, EntryKind.OFFER}) {
      Require.that(
          levels(side).levels().equals(other.levels(side).levels()), "not alike: levels, " + side);
      Require.that(
          orders(side).orders().equals(other.orders(side).orders()), "not alike: orders, " + side);
    }
    Require.that(
        values.statistics().equals(other.values.statistics()),
        "not alike: " + values.statistics() + " and " + other.values.statistics());
  }
}
