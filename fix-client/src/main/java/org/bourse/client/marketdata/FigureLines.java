package org.bourse.client.marketdata;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * Paints the symbol, the last price and its direction, the statistics, and what an auction shows.
 */
final class FigureLines {

  private FigureLines() {}

  /** Two lines, and a third while there is an auction. */
  static List<AttributedString> lines(InstrumentBook book) {
    List<AttributedString> lines = new ArrayList<>();
    lines.add(new AttributedString(title(book), AttributedStyle.BOLD));
    lines.add(new AttributedString(statistics(book)));
    String auction = auction(book);
    if (!auction.isEmpty()) {
      lines.add(
          new AttributedString(
              auction, AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW)));
    }
    return lines;
  }

  private static String title(InstrumentBook book) {
    Trade last = book.tape().last();
    String title = Numbers.left(book.symbol(), 8);
    if (last != null) {
      title +=
          "  last "
              + Numbers.price(last.price(), 2)
              + " "
              + direction(book.tape())
              + "  "
              + Numbers.size(last.size())
              + " at "
              + Words.timeOfDay(last.time());
    }
    return book.isLevel() ? title : title + "  NOT LEVEL";
  }

  /** The last price against the one before: up, down or same; empty without two trades. */
  static String direction(Tape tape) {
    if (tape.trades().size() < 2) {
      return "";
    }
    int way = tape.trades().get(0).price().compareTo(tape.trades().get(1).price());
    return way > 0 ? "up" : way < 0 ? "down" : "same";
  }

  private static String statistics(InstrumentBook book) {
    StringBuilder text = new StringBuilder();
    for (String name : List.of("opening", "high", "low", "vwap", "closing")) {
      Entry entry = book.figure(name);
      if (entry != null && entry.price() != null) {
        text.append(name).append(' ').append(Numbers.price(entry.price(), 2)).append("  ");
      }
    }
    Entry volume = book.figure("volume");
    if (volume != null) {
      text.append("volume ").append(Numbers.size(volume.size()));
    }
    return text.toString().stripTrailing();
  }

  private static String auction(InstrumentBook book) {
    Entry opening = book.figure("indicative-opening");
    Entry indicative = opening != null ? opening : book.figure("indicative-closing");
    Entry imbalance = book.figure("imbalance");
    if (indicative == null && imbalance == null) {
      return "";
    }
    return "auction" + price(indicative) + surplus(imbalance);
  }

  private static String price(@Nullable Entry indicative) {
    if (indicative == null || indicative.price() == null) {
      return "";
    }
    String size = indicative.size() == null ? "" : " x " + Numbers.size(indicative.size());
    return "  indicative " + Numbers.price(indicative.price(), 2) + size;
  }

  private static String surplus(@Nullable Entry imbalance) {
    if (imbalance == null || imbalance.size() == null) {
      return "";
    }
    String side =
        switch (imbalance.condition()) {
          case Entry.MORE_BUYERS -> " more bought";
          case Entry.MORE_SELLERS -> " more sold";
          default -> "";
        };
    return "  imbalance " + Numbers.size(imbalance.size()) + side;
  }
}
