package org.bourse.exchange.fix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An instrument as a subscriber has been told of it, entry by entry. */
final class FeedBook {
  private final boolean byOrder;
  private final List<Row> bids = new ArrayList<>();
  private final List<Row> offers = new ArrayList<>();
  private final Map<String, String> trades = new LinkedHashMap<>();
  private final Map<String, String> statistics = new TreeMap<>();
  private long rptSeq = -1;
  private int wholes;
  private boolean isWhole;

  /** A level, or an order. */
  private record Row(String id, BigDecimal price, BigDecimal size, String orders) {
    @Override
    public String toString() {
      String text = size.toPlainString() + "@" + price.toPlainString();
      return orders.isEmpty() ? text : text + "/" + orders;
    }
  }

  FeedBook(boolean byOrder) {
    this.byOrder = byOrder;
  }

  void whole(FeedMessage message) {
    FeedSubscriber.require(message.rptSeq() < 0 || message.rptSeq() >= rptSeq, "RptSeq went back");
    rptSeq = message.rptSeq();
    wholes++;
    bids.clear();
    offers.clear();
    statistics.clear();
    isWhole = true;
    for (Map<Integer, String> entry : message.entries()) {
      put(entry, '0');
    }
    isWhole = false;
  }

  void update(FeedMessage message) {
    for (Map<Integer, String> entry : message.entries()) {
      if (entry.containsKey(83)) {
        rptSeq++;
        require(field(entry, 83).equals(Long.toString(rptSeq)), "not the next RptSeq", entry);
      }
      put(entry, field(entry, 279).charAt(0));
    }
  }

  private void put(Map<Integer, String> entry, char action) {
    switch (field(entry, 269)) {
      case "0" -> row(bids, entry, action, -1);
      case "1" -> row(offers, entry, action, 1);
      case "2" -> trade(entry, action);
      default -> statistic(entry, action);
    }
  }

  private void row(List<Row> side, Map<Integer, String> entry, char action, int sign) {
    int at = byOrder ? indexOf(side, field(entry, 278)) : Integer.parseInt(field(entry, 290)) - 1;
    BigDecimal price = new BigDecimal(field(entry, 270));
    if (action == '2') {
      require(at >= 0 && side.get(at).price().compareTo(price) == 0, "nothing to delete", entry);
      side.remove(at);
      return;
    }
    String orders = entry.getOrDefault(346, "");
    Row row =
        new Row(entry.getOrDefault(278, ""), price, new BigDecimal(field(entry, 271)), orders);
    require(row.size().signum() > 0, "nothing is shown", entry);
    if (action == '1') {
      require(side.get(at).price().compareTo(price) == 0, "nothing to change", entry);
      require(!side.get(at).equals(row), "nothing is changed", entry);
      side.set(at, row);
      return;
    }
    require(!byOrder || at < 0, "it is there already", entry);
    int place = byOrder ? behind(side, price, sign) : at;
    require(field(entry, 290).equals(Integer.toString(place + 1)), "not at " + place, entry);
    side.add(place, row);
    for (int i = Math.max(1, place); i <= Math.min(place + 1, side.size() - 1); i++) {
      int order = side.get(i - 1).price().compareTo(side.get(i).price()) * sign;
      require(byOrder ? order <= 0 : order < 0, "out of order", entry);
    }
  }

  private static int indexOf(List<Row> side, String id) {
    for (int i = 0; i < side.size(); i++) {
      if (side.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private static int behind(List<Row> side, BigDecimal price, int sign) {
    int at = 0;
    while (at < side.size() && side.get(at).price().compareTo(price) * sign <= 0) {
      at++;
    }
    return at;
  }

  private void trade(Map<Integer, String> entry, char action) {
    String id = field(entry, 278);
    if (action == '2') {
      require(trades.remove(id) != null, "no trade to delete", entry);
      return;
    }
    require(isWhole || action == '1' || !trades.containsKey(id), "a trade twice", entry);
    String aggressor = entry.containsKey(2446) ? " by " + entry.get(2446) : "";
    String condition = entry.containsKey(277) ? " " + entry.get(277) : "";
    trades.put(id, entry.get(271) + "@" + entry.get(270) + aggressor + condition);
  }

  private void statistic(Map<Integer, String> entry, char action) {
    String key = field(entry, 269) + entry.getOrDefault(286, "");
    if (action == '2') {
      require(statistics.remove(key) != null, "no value to delete", entry);
      return;
    }
    String value =
        entry.getOrDefault(270, "")
            + (entry.containsKey(271) ? " x " + entry.get(271) : "")
            + (entry.containsKey(277) ? " " + entry.get(277) : "");
    String before = statistics.put(key, value);
    require((action == '1') == (before != null), "not there, or there already", entry);
    require(!value.equals(before), "nothing is changed", entry);
  }

  private static String field(Map<Integer, String> entry, int tag) {
    String value = entry.get(tag);
    if (value == null) {
      throw new AssertionError("no field " + tag + ": " + entry);
    }
    return value;
  }

  private static void require(boolean holds, String otherwise, Map<Integer, String> entry) {
    if (!holds) {
      throw new AssertionError(otherwise + ": " + entry);
    }
  }

  /** Both sides, best first. */
  String sides() {
    return bids + " " + offers;
  }

  /** The trades that stand, in order. */
  List<String> trades() {
    return List.copyOf(trades.values());
  }

  /** The other values, by MDEntryType(269) and OpenCloseSettlFlag(286). */
  String statistics() {
    return statistics.toString();
  }

  /** The ids of the bids, best first. */
  List<String> bidIds() {
    return bids.stream().map(Row::id).toList();
  }

  /** RptSeq(83) of the last entry. */
  long rptSeq() {
    return rptSeq;
  }

  /** How many times the whole has come. */
  int wholes() {
    return wholes;
  }
}
