package org.bourse.client.marketdata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** Paints one line an instrument: the best bid and offer, and the last price. */
final class Overview {

  private Overview() {}

  /**
   * A heading, and as many instruments around the chosen one as there is room for.
   *
   * @param books all, in their order
   * @param chosen the one that is marked
   * @param rows lines at most, the heading included
   */
  static List<AttributedString> lines(
      Collection<InstrumentBook> books, InstrumentBook chosen, int rows) {
    List<InstrumentBook> all = List.copyOf(books);
    int room = Math.min(all.size(), rows - 1);
    int from = Math.max(0, Math.min(all.indexOf(chosen) - room / 2, all.size() - room));
    List<AttributedString> lines = new ArrayList<>();
    lines.add(
        new AttributedString(
            columns("", "size", "bid", "offer", "size", "last", ""),
            AttributedStyle.DEFAULT.faint()));
    for (InstrumentBook book : all.subList(from, from + Math.max(0, room))) {
      AttributedStyle style =
          book.equals(chosen) ? AttributedStyle.DEFAULT.inverse() : AttributedStyle.DEFAULT;
      lines.add(new AttributedString(line(book), style));
    }
    return lines;
  }

  private static String line(InstrumentBook book) {
    PriceLevel bid = book.bids().best();
    PriceLevel offer = book.offers().best();
    Trade last = book.tape().last();
    return columns(
        book.symbol(),
        bid == null ? "" : Numbers.size(bid.size()),
        price(bid),
        price(offer),
        offer == null ? "" : Numbers.size(offer.size()),
        last == null ? "" : Numbers.price(last.price(), 2),
        FigureLines.direction(book.tape()));
  }

  private static String price(@Nullable PriceLevel level) {
    return level == null ? "" : Numbers.price(level.price(), 2);
  }

  private static String columns(
      String symbol,
      String bidSize,
      String bid,
      String offer,
      String offerSize,
      String last,
      String direction) {
    return Numbers.left(symbol, 10)
        + Numbers.right(bidSize, 10)
        + Numbers.right(bid, 10)
        + " | "
        + Numbers.left(offer, 10)
        + Numbers.right(offerSize, 10)
        + Numbers.right(last, 12)
        + " "
        + Numbers.left(direction, 5);
  }
}
