package org.bourse.exchange.tools;

import java.util.ArrayList;
import java.util.List;

/** Lines in aligned columns; numbers stand to the right. */
final class TextTable {
  private final List<String[]> rows = new ArrayList<>();
  private final boolean[] right;

  /** A table with such heads; those that begin with a '>' are of numbers. */
  TextTable(String... heads) {
    String[] row = new String[heads.length];
    right = new boolean[heads.length];
    for (int i = 0; i < heads.length; i++) {
      right[i] = heads[i].startsWith(">");
      row[i] = right[i] ? heads[i].substring(1) : heads[i];
    }
    rows.add(row);
  }

  TextTable row(Object... cells) {
    String[] row = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      row[i] = String.valueOf(cells[i]);
    }
    rows.add(row);
    return this;
  }

  /** The lines, none where there is no row. */
  List<String> lines(String indent) {
    if (rows.size() == 1) {
      return List.of();
    }
    int[] widths = new int[right.length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < row.length; i++) {
        String blank = " ".repeat(widths[i] - row[i].length());
        line.append(i == 0 ? "" : "  ").append(right[i] ? blank + row[i] : row[i] + blank);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
