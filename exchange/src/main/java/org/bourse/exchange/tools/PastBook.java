package org.bourse.exchange.tools;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bourse.exchange.engine.EngineDirectory;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.engine.OpenOrder;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.Side;
import org.bourse.exchange.snapshot.ChronicleWarmUp;
import org.jspecify.annotations.Nullable;

/** The books as they stood after a record of the journal. */
public final class PastBook {
  private final MatchingEngine engine;
  private final List<OpenOrder> orders = new ArrayList<>();

  private PastBook(MatchingEngine engine) {
    this.engine = engine;
    engine.openOrders(orders::add);
  }

  /**
   * Rebuilds the books. Changes nothing; an exchange may run on the folder.
   *
   * @param to null: the end
   * @throws IOException where that can't be had; the message says what can
   */
  public static PastBook at(DataFolder folder, @Nullable ReplayEnd to) throws IOException {
    ChronicleWarmUp.begin();
    return folder.read(
        () -> {
          PastEngine past = new PastEngine(folder);
          return new PastBook(past.engine(position(past, to)));
        },
        book -> true);
  }

  private static long position(PastEngine past, @Nullable ReplayEnd to) throws IOException {
    if (to instanceof ReplayEnd.AtPosition end) {
      return end.position();
    }
    return to instanceof ReplayEnd.AtTime end ? past.at(end.nanos()) : past.last();
  }

  /**
   * The books in lines.
   *
   * @param symbol of the only instrument that is wanted, null: all
   * @param depth how many levels of a side are wanted at most
   * @throws IOException where no instrument has that symbol
   */
  public List<String> lines(@Nullable String symbol, int depth) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("position  " + engine.position());
    lines.add("time      " + (engine.position() == 0 ? "-" : Times.text(engine.lastTime())));
    lines.add("event     " + engine.eventSeq());
    List<EngineDirectory.ListedAs> instruments = engine.directory().instruments();
    boolean found = symbol == null;
    for (int id = 0; id < instruments.size(); id++) {
      Instrument instrument = instruments.get(id).rules();
      if (symbol == null || instrument.symbol().equals(symbol)) {
        found = true;
        lines.add("");
        book(id, instrument, depth, lines);
      }
    }
    if (!found) {
      throw new IOException("no instrument " + symbol + " at position " + engine.position());
    }
    return lines;
  }

  private void book(int id, Instrument instrument, int depth, List<String> lines) {
    List<OpenOrder> open = orders.stream().filter(order -> order.instrumentId() == id).toList();
    lines.add(instrument.symbol() + ": " + open.size() + " orders open");
    TextTable levels = new TextTable("side", ">price", ">quantity", ">orders");
    levels(open, true, instrument, depth, levels);
    levels(open, false, instrument, depth, levels);
    lines.addAll(levels.lines("  "));
    TextTable table =
        new TextTable(
            ">OrderID", "side", ">price", ">LeavesQty", ">CumQty", "ClOrdID", "session", "account");
    for (OpenOrder order : open) {
      table.row(
          order.orderId(),
          isBuy(order) ? "buy" : "sell",
          decimal(order.price(), instrument.priceScale()),
          decimal(order.leavesQty(), instrument.quantityScale()),
          decimal(order.cumQty(), instrument.quantityScale()),
          order.clOrdId(),
          order.session(),
          order.account());
    }
    lines.addAll(table.lines("  "));
  }

  private static void levels(
      List<OpenOrder> open, boolean buy, Instrument instrument, int depth, TextTable table) {
    Comparator<Long> bestFirst = buy ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Map<Long, long[]> levels = new TreeMap<>(bestFirst);
    for (OpenOrder order : open) {
      if (isBuy(order) == buy) {
        long[] level = levels.computeIfAbsent(order.price(), price -> new long[2]);
        level[0] += order.leavesQty();
        level[1]++;
      }
    }
    levels.entrySet().stream()
        .limit(depth)
        .forEach(
            level ->
                table.row(
                    buy ? "buy" : "sell",
                    decimal(level.getKey(), instrument.priceScale()),
                    decimal(level.getValue()[0], instrument.quantityScale()),
                    level.getValue()[1]));
  }

  private static boolean isBuy(OpenOrder order) {
    return order.side() == Side.BUY.code();
  }

  private static String decimal(long value, int scale) {
    return BigDecimal.valueOf(value, scale).toPlainString();
  }
}
