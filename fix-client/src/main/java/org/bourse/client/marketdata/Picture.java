package org.bourse.client.marketdata;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * Puts the screen together, as far as it fits: instruments where there are several, figures,
 * ladder, tape beside it or below, and at the bottom what was told and how the session is.
 *
 * @param width columns of the terminal
 * @param height its rows
 */
record Picture(int width, int height) {

  private static final String GAP = "     ";

  /**
   * All lines, none wider than the terminal.
   *
   * @param book what is painted
   * @param chosen the instrument of the ladder, null before there is one
   * @param notice what was last told, empty for nothing
   * @param status the last line
   */
  List<AttributedString> lines(
      MarketBook book, @Nullable InstrumentBook chosen, String notice, String status) {
    List<AttributedString> foot = new ArrayList<>();
    if (!notice.isEmpty()) {
      foot.add(
          new AttributedString(notice, AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW)));
    }
    foot.add(new AttributedString(status, AttributedStyle.DEFAULT.faint()));
    int room = Math.max(0, height - foot.size());
    List<AttributedString> lines = new ArrayList<>();
    if (chosen != null) {
      if (book.books().size() > 1) {
        lines.addAll(Overview.lines(book.books(), chosen, Math.max(2, room / 3)));
        lines.add(AttributedString.EMPTY);
      }
      lines.addAll(FigureLines.lines(chosen));
      lines.add(AttributedString.EMPTY);
      lines.addAll(market(chosen, room - lines.size()));
    }
    while (lines.size() < room) {
      lines.add(AttributedString.EMPTY);
    }
    List<AttributedString> all = new ArrayList<>(lines.subList(0, room));
    all.addAll(foot);
    return all.stream()
        .skip(Math.max(0, all.size() - height))
        .map(line -> line.columnSubSequence(0, width))
        .toList();
  }

  private List<AttributedString> market(InstrumentBook book, int rows) {
    if (rows < 1) {
      return List.of();
    }
    if (width >= Ladder.WIDTH + GAP.length() + TapeLines.WIDTH) {
      return beside(Ladder.lines(book, rows - 1), TapeLines.lines(book.tape(), rows - 1));
    }
    boolean tape = rows >= 8;
    List<AttributedString> lines =
        new ArrayList<>(Ladder.lines(book, tape ? rows * 2 / 3 - 1 : rows - 1));
    if (tape) {
      lines.add(AttributedString.EMPTY);
      lines.addAll(TapeLines.lines(book.tape(), rows - lines.size() - 1));
    }
    return lines;
  }

  private static List<AttributedString> beside(
      List<AttributedString> left, List<AttributedString> right) {
    List<AttributedString> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      AttributedStringBuilder line = new AttributedStringBuilder();
      line.append(i < left.size() ? left.get(i) : new AttributedString(" ".repeat(Ladder.WIDTH)));
      if (i < right.size()) {
        line.append(GAP).append(right.get(i));
      }
      lines.add(line.toAttributedString());
    }
    return lines;
  }
}
