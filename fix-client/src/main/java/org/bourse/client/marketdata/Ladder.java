package org.bourse.client.marketdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * Paints a book: bids on the left, offers on the right, the best of each marked. By price a line is
 * a level with the number of its orders, by order it is an order with its place at its price.
 */
final class Ladder {

  /** Columns of each line. */
  static final int WIDTH = 63;

  private static final int ORDERS = 7;
  private static final int SIZE = 11;
  private static final int PRICE = 10;
  private static final int LEAST_DECIMALS = 2;
  private static final String NOTHING = " ".repeat(ORDERS + SIZE + PRICE);

  private Ladder() {}

  /** Half of a line. */
  private record Cell(String orders, BigDecimal size, @Nullable BigDecimal price) {}

  /**
   * A heading, and the best of each side.
   *
   * @param book what is painted
   * @param most lines below the heading
   * @return lines of the same width
   */
  static List<AttributedString> lines(InstrumentBook book, int most) {
    List<Cell> bids = cells(book.bids(), most);
    List<Cell> offers = cells(book.offers(), most);
    int decimals =
        Stream.concat(bids.stream(), offers.stream())
            .mapToInt(cell -> Numbers.decimals(cell.price()))
            .reduce(LEAST_DECIMALS, Math::max);
    List<AttributedString> lines = new ArrayList<>();
    lines.add(heading(book.isByOrder() ? "place" : "orders"));
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

  private static List<Cell> cells(BookSide side, int most) {
    List<Cell> cells = new ArrayList<>();
    for (PriceLevel level : side.levels()) {
      if (cells.size() >= most) {
        break;
      }
      if (level.orders().isEmpty()) {
        String count = level.count() == null ? "" : level.count().toString();
        cells.add(new Cell(count, level.size(), level.price()));
      }
      int place = 0;
      for (BigDecimal size : level.orders().values()) {
        cells.add(new Cell(Integer.toString(++place), size, level.price()));
      }
    }
    return cells.subList(0, Math.min(most, cells.size()));
  }

  private static AttributedString heading(String orders) {
    String bids =
        Numbers.right(orders, ORDERS) + Numbers.right("size", SIZE) + Numbers.right("bid", PRICE);
    String offers =
        Numbers.left("offer", PRICE) + Numbers.right("size", SIZE) + Numbers.right(orders, ORDERS);
    return new AttributedString(bids + "   |   " + offers, AttributedStyle.DEFAULT.faint());
  }

  private static AttributedString line(
      @Nullable Cell bid, @Nullable Cell offer, boolean best, int decimals) {
    AttributedStyle style = best ? AttributedStyle.BOLD : AttributedStyle.DEFAULT;
    return new AttributedStringBuilder()
        .append(bid == null ? NOTHING : bid(bid, decimals), style.foreground(AttributedStyle.GREEN))
        .append(best && bid != null ? " < " : "   ", style)
        .append("|")
        .append(best && offer != null ? " > " : "   ", style)
        .append(
            offer == null ? NOTHING : offer(offer, decimals), style.foreground(AttributedStyle.RED))
        .toAttributedString();
  }

  private static String bid(Cell cell, int decimals) {
    return Numbers.right(cell.orders, ORDERS)
        + Numbers.right(Numbers.size(cell.size), SIZE)
        + Numbers.right(Numbers.price(cell.price, decimals), PRICE);
  }

  private static String offer(Cell cell, int decimals) {
    return Numbers.left(Numbers.price(cell.price, decimals), PRICE)
        + Numbers.right(Numbers.size(cell.size), SIZE)
        + Numbers.right(cell.orders, ORDERS);
  }
}
