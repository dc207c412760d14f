package org.bourse.client.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.marketdata.Shown;

/**
 * The recorded hour: its actions, and what it says of the market after each.
 *
 * @param actions in their order
 * @param tops best bid and offer after each action, from the columns bid, bid_qty, ask and ask_qty
 */
record RecordedHour(List<Action> actions, List<String> tops) {

  private static final int BID = 8;
  private static final int OFFER = 10;
  private static final long NO_PRICE = 9_999_999_999L;

  static RecordedHour read(Path file) throws IOException, CouldNotRun {
    List<String> tops = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split(",", -1);
        tops.add(best(columns, BID) + " / " + best(columns, OFFER));
      }
    }
    return new RecordedHour(ActionFile.read(file), tops);
  }

  private static String best(String[] columns, int at) {
    long price = Long.parseLong(columns[at]);
    return Math.abs(price) == NO_PRICE
        ? "-"
        : Shown.line(Action.decimal(price), new BigDecimal(columns[at + 1]));
  }

  /** Best bid and offer after each action that has changed one of them. */
  List<String> changesOfTop() {
    List<String> changes = new ArrayList<>();
    for (String top : tops) {
      if (changes.isEmpty() || !changes.get(changes.size() - 1).equals(top)) {
        changes.add(top);
      }
    }
    return changes;
  }

  /** Each fill: price, quantity, aggressor. */
  List<String> trades() {
    List<String> trades = new ArrayList<>();
    for (Action action : actions) {
      for (Action.Fill fill : action.fills()) {
        trades.add(
            Shown.line(Action.decimal(fill.price()), BigDecimal.valueOf(fill.quantity()))
                + (action.buy() ? " BUY" : " SELL"));
      }
    }
    return trades;
  }
}
