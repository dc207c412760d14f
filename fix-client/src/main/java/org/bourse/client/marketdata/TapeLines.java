package org.bourse.client.marketdata;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Paints the last trades, latest first: B or S for who came to the other, A for an auction's. */
final class TapeLines {

  /** Columns of each line. */
  static final int WIDTH = 12 + 11 + 11 + 2;

  private TapeLines() {}

  /**
   * A heading, and the latest trades.
   *
   * @param tape what is painted
   * @param most trades
   * @return lines of the same width
   */
  static List<AttributedString> lines(Tape tape, int most) {
    List<Trade> trades = tape.trades().subList(0, Math.min(most, tape.trades().size()));
    int decimals = trades.stream().mapToInt(t -> Numbers.decimals(t.price())).reduce(2, Math::max);
    List<AttributedString> lines = new ArrayList<>();
    lines.add(
        new AttributedString(
            Numbers.left("time", 12)
                + Numbers.right("price", 11)
                + Numbers.right("size", 11)
                + "  ",
            AttributedStyle.DEFAULT.faint()));
    for (Trade trade : trades) {
      lines.add(
          new AttributedString(
              Numbers.left(Words.timeOfDay(trade.time()), 12)
                  + Numbers.right(Numbers.price(trade.price(), decimals), 11)
                  + Numbers.right(Numbers.size(trade.size()), 11)
                  + " "
                  + mark(trade),
              style(trade)));
    }
    return lines;
  }

  private static String mark(Trade trade) {
    return switch (trade.aggressor()) {
      case BUY -> "B";
      case SELL -> "S";
      case NONE -> trade.isAuction() ? "A" : " ";
    };
  }

  private static AttributedStyle style(Trade trade) {
    return switch (trade.aggressor()) {
      case BUY -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
      case SELL -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
      case NONE -> AttributedStyle.DEFAULT;
    };
  }
}
