package org.bourse.client.marketdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** Paints the levels of a book: bids on the left, offers on the right, the best of each marked. */
final class Ladder {

  /** Columns of each line. */
  static final int WIDTH = 63;

  private static final int ORDERS = 7;
  private static final int SIZE = 11;
  private static final int PRICE = 10;
  private static final int LEAST_DECIMALS = 2;

  private Ladder() {}

  /**
   * A heading, and the best levels.
   *
   * @param book what is painted
   * @param most levels of a side
   * @return lines of the same width
   */
  static List<AttributedString> lines(InstrumentBook book, int most) {
    List<PriceLevel> bids = first(book.bids(), most);
    List<PriceLevel> offers = first(book.offers(), most);
    int decimals =
        Stream.concat(bids.stream(), offers.stream())
            .mapToInt(level -> Numbers.decimals(level.price()))
            .reduce(LEAST_DECIMALS, Math::max);
    List<AttributedString> lines = new ArrayList<>();
    lines.add(heading());
    for (int i = 0; i < Math.max(bids.size(), offers.size()); i++) {
      lines.add(
          line(
              i < bids.size() ? bids.get(i) : null,
              i < offers.size() ? offers.get(i) : null,
              i == 0,
              decimals));
    }
    return lines;
  }

  private static List<PriceLevel> first(BookSide side, int most) {
    return side.levels().subList(0, Math.min(most, side.levels().size()));
  }

  private static AttributedString heading() {
    String bids =
        Numbers.right("orders", ORDERS) + Numbers.right("size", SIZE) + Numbers.right("bid", PRICE);
    String offers =
        Numbers.left("offer", PRICE)
            + Numbers.right("size", SIZE)
            + Numbers.right("orders", ORDERS);
    return new AttributedString(bids + "   |   " + offers, AttributedStyle.DEFAULT.faint());
  }

  private static AttributedString line(
      @Nullable PriceLevel bid, @Nullable PriceLevel offer, boolean best, int decimals) {
    AttributedStyle style = best ? AttributedStyle.BOLD : AttributedStyle.DEFAULT;
    String bids =
        bid == null
            ? " ".repeat(ORDERS + SIZE + PRICE)
            : Numbers.right(count(bid), ORDERS)
                + Numbers.right(size(bid), SIZE)
                + Numbers.right(Numbers.price(bid.price(), decimals), PRICE);
    String offers =
        offer == null
            ? " ".repeat(PRICE + SIZE + ORDERS)
            : Numbers.left(Numbers.price(offer.price(), decimals), PRICE)
                + Numbers.right(size(offer), SIZE)
                + Numbers.right(count(offer), ORDERS);
    return new AttributedStringBuilder()
        .append(bids, style.foreground(AttributedStyle.GREEN))
        .append(best && bid != null ? " < " : "   ", style)
        .append("|")
        .append(best && offer != null ? " > " : "   ", style)
        .append(offers, style.foreground(AttributedStyle.RED))
        .toAttributedString();
  }

  private static String count(PriceLevel level) {
    return level.count() == null ? "" : level.count().toString();
  }

  private static String size(PriceLevel level) {
    BigDecimal size = level.size();
    return Numbers.size(size);
  }
}
