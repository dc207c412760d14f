package org.bourse.exchange.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The table of what is taken when, which the docs have too. */
final class AcceptanceTable {
  private static final String FILE = "what-is-taken-when.md";
  private static final int PHASES_FROM = 2;

  private AcceptanceTable() {}

  /**
   * One order in one phase.
   *
   * @param order what kind of order
   * @param timeInForce TimeInForce(59)
   * @param expected ok, or OrdRejReason(103)
   */
  record Cell(String order, String timeInForce, String phase, String expected) {
    /** The terms of a buy of 10, with a limit or stop price that nothing reaches. */
    String terms() {
      String terms =
          switch (order) {
            case "Market" -> "|40=1";
            case "Limit" -> "|40=2|44=10.00";
            case "Stop" -> "|40=3|99=11.00";
            case "Stop limit" -> "|40=4|44=11.00|99=11.00";
            case "Market to limit" -> "|40=K";
            case "Limit, MaxFloor" -> "|40=2|44=10.00|111=5";
            case "Limit, MinQty" -> "|40=2|44=10.00|110=5";
            case "Limit, post-only" -> "|40=2|44=10.00|18=6";
            default -> throw new IllegalArgumentException("no such order: " + order);
          };
      return terms + "|59=" + timeInForce + (timeInForce.equals("6") ? "|432=20991231" : "");
    }

    boolean isTaken() {
      return expected.equals("ok");
    }

    /** Whether it wants to find 5 at its limit. */
    boolean wantsOpposite() {
      return order.equals("Limit, MinQty");
    }

    /** Whether what does not trade at once is canceled. */
    boolean endsAtOnce() {
      boolean isImmediate = timeInForce.equals("3") || timeInForce.equals("4");
      boolean isAtMarket = order.startsWith("Market") && !timeInForce.equals("7");
      return phase.equals("continuous") && !order.startsWith("Stop") && (isImmediate || isAtMarket);
    }

    @Override
    public String toString() {
      return order + " 59=" + timeInForce + " in " + phase + ": " + expected;
    }
  }

  /** The file. */
  static String text() throws IOException {
    try (InputStream in = AcceptanceTable.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** All cells, one phase after the other. */
  static List<Cell> cells() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    text().lines().forEach(line -> rows.add(columns(line)));
    List<String> phases = rows.get(0);
    List<Cell> cells = new ArrayList<>();
    for (int column = PHASES_FROM; column < phases.size(); column++) {
      for (List<String> row : rows.subList(2, rows.size())) {
        cells.add(new Cell(row.get(0), row.get(1), phases.get(column), row.get(column)));
      }
    }
    return cells;
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.split("\\|", -1))
        .map(String::strip)
        .filter(column -> !column.isEmpty())
        .toList();
  }
}
