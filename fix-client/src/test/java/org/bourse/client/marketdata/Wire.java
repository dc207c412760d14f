package org.bourse.client.marketdata;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages as text with | for SOH, and books as text. */
final class Wire {

  private Wire() {}

  static Update w(String fields) throws OutOfStep {
    return Entries.read("W", soh("35=W|52=20260701-10:00:00.000|262=S|55=ABC|" + fields));
  }

  static Update x(String fields) throws OutOfStep {
    return Entries.read("X", soh("35=X|52=20260701-10:00:00.000|262=S|" + fields));
  }

  static MarketBook book(boolean byOrder, Update... updates) throws OutOfStep {
    MarketBook book = new MarketBook(byOrder);
    for (Update update : updates) {
      book.apply(update);
    }
    return book;
  }

  /** Size, times count where it is known, and price of each level, best first. */
  static List<String> levels(BookSide side) {
    return side.levels().stream()
        .map(l -> l.size() + (l.count() == null ? "" : "/" + l.count()) + "@" + text(l.price()))
        .toList();
  }

  /** Each order with its size, in their turn. */
  static String orders(BookSide side) {
    return side.levels().stream()
        .flatMap(level -> level.orders().entrySet().stream())
        .map(order -> order.getKey() + ":" + order.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String text(@Nullable BigDecimal price) {
    return price == null ? "market" : price.toPlainString();
  }

  private static String soh(String text) {
    return (text + "|10=000|").replace('|', '\001');
  }
}
