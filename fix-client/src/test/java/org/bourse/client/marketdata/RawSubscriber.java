package org.bourse.client.marketdata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Follows one instrument by W and X on a session of its own, read by a thread of its own, and keeps
 * what the market has shown. It stops at the first thing that does not follow; {@link #point} then
 * fails with what it was.
 */
public final class RawSubscriber implements AutoCloseable {

  private static final String LIVE = "LIVE";
  private static final int PATIENCE_SECONDS = 60;

  private final RawSession session;
  private final String symbol;
  private final MarketBook book;
  private final Map<String, CompletableFuture<Point>> asked = new ConcurrentHashMap<>();
  private final List<String> tops = new ArrayList<>();
  private final List<String> trades = new ArrayList<>();
  private int updates;
  private int entries;
  private int snapshots;
  private int questions;
  private volatile @Nullable Exception fault;

  /**
   * How a book is to be shown.
   *
   * @param depth MarketDepth(264)
   * @param byOrder AggregatedBook(266)=N
   */
  public record Form(int depth, boolean byOrder) {}

  /**
   * The same moment in two ways.
   *
   * @param rebuilt from W and X; empty where nothing is subscribed to
   * @param fresh from a W that was asked for, and that came behind the last X
   * @param sameOrders whether the MDEntryID(278) of both are the same, place by place
   */
  public record Point(Shown rebuilt, Shown fresh, boolean sameOrders) {}

  private RawSubscriber(int port, String compId, String symbol, boolean byOrder)
      throws IOException {
    this.symbol = symbol;
    book = new MarketBook(byOrder);
    session = new RawSession(port, compId);
    Thread reader = new Thread(this::read, "subscriber-" + compId);
    reader.setDaemon(true);
    reader.start();
  }

  /** A session that asks for snapshots only. */
  public static RawSubscriber connected(int port, String compId, String symbol) throws IOException {
    return new RawSubscriber(port, compId, symbol, false);
  }

  /** Subscribes to bids, offers and trades, incrementally. */
  public static RawSubscriber subscribed(int port, String compId, String symbol, Form form)
      throws IOException {
    RawSubscriber subscriber = new RawSubscriber(port, compId, symbol, form.byOrder());
    subscriber.ask(LIVE, 1, form, "265=1|267=3|269=0|269=1|269=2");
    return subscriber;
  }

  private void ask(String id, int what, Form form, String more) throws IOException {
    String aggregated = form.byOrder() ? "N" : "Y";
    session.send(
        "V",
        String.format(
            Locale.ROOT,
            "262=%s|263=%d|264=%d|266=%s|%s|146=1|55=%s|",
            id,
            what,
            form.depth(),
            aggregated,
            more,
            symbol));
  }

  /**
   * Asks for a snapshot, and tells what both say once it is here: all X that were sent before it
   * are applied by then.
   */
  public Point point(Form form) throws Exception {
    CompletableFuture<Point> answer = new CompletableFuture<>();
    String id = (form.byOrder() ? "ORDERS" : "PRICES") + ++questions;
    asked.put(id, answer);
    if (fault != null) {
      throw new IllegalStateException(session.compId() + ": " + fault, fault);
    }
    ask(id, 0, form, "267=2|269=0|269=1");
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(session.compId() + ": " + (fault == null ? e : fault), e);
    }
  }

  private void read() {
    try {
      for (String message = session.read(); message != null; message = session.read()) {
        take(RawSession.value(message, 35), message);
      }
    } catch (IOException | OutOfStep | RuntimeException e) {
      fault = e;
      asked.values().forEach(answer -> answer.completeExceptionally(e));
    }
  }

  private void take(String type, String message) throws IOException, OutOfStep {
    switch (type) {
      case "W", "X" -> take(Entries.read(type, message));
      case "1" -> session.send("0", "112=" + RawSession.value(message, 112) + "|");
      case "A", "0" -> {}
      default -> throw new IOException("unexpected: " + message);
    }
  }

  private void take(Update update) throws OutOfStep {
    if (!update.mdReqId().equals(LIVE)) {
      answer(update);
      return;
    }
    if (update.rptSeq() < 0) {
      throw new OutOfStep("no RptSeq(83)");
    }
    for (Entry entry : update.entries()) {
      if (entry.rptSeq() < 0 || !entry.symbol().equals(symbol)) {
        throw new OutOfStep("no RptSeq(83), or another symbol: " + entry);
      }
    }
    book.apply(update);
    if (update.snapshot()) {
      snapshots++;
    } else {
      updates++;
      entries += update.entries().size();
      follow(update);
    }
  }

  private void follow(Update update) {
    for (Entry entry : update.entries()) {
      if (entry.type() == Entry.TRADE) {
        trades.add(
            Shown.line(Objects.requireNonNull(entry.price()), Objects.requireNonNull(entry.size()))
                + " "
                + entry.aggressor());
      }
    }
    InstrumentBook now = Objects.requireNonNull(book.book(symbol));
    String top = best(now.bids()) + " / " + best(now.offers());
    if (tops.isEmpty() || !tops.get(tops.size() - 1).equals(top)) {
      tops.add(top);
    }
  }

  private static String best(BookSide side) {
    PriceLevel best = side.best();
    return best == null ? "-" : Shown.line(Objects.requireNonNull(best.price()), best.size());
  }

  private void answer(Update update) throws OutOfStep {
    boolean byOrder = update.mdReqId().startsWith("ORDERS");
    MarketBook fresh = new MarketBook(byOrder);
    fresh.apply(update);
    InstrumentBook there = Objects.requireNonNull(fresh.book(symbol));
    InstrumentBook here = book.book(symbol);
    Point point =
        here == null
            ? new Point(new Shown(List.of(), List.of()), shown(there), true)
            : new Point(shown(here), shown(there), ids(here).equals(ids(there)));
    Objects.requireNonNull(asked.remove(update.mdReqId())).complete(point);
  }

  private static Shown shown(InstrumentBook of) {
    return new Shown(lines(of.bids(), of.isByOrder()), lines(of.offers(), of.isByOrder()));
  }

  private static List<String> lines(BookSide side, boolean byOrder) {
    List<String> lines = new ArrayList<>();
    for (PriceLevel level : side.levels()) {
      var price = Objects.requireNonNull(level.price());
      if (byOrder) {
        level.orders().values().forEach(size -> lines.add(Shown.line(price, size)));
      } else {
        lines.add(Shown.line(price, level.size(), Objects.requireNonNull(level.count())));
      }
    }
    return lines;
  }

  private static List<String> ids(InstrumentBook of) {
    List<String> ids = new ArrayList<>();
    of.bids().levels().forEach(level -> ids.addAll(level.orders().keySet()));
    of.offers().levels().forEach(level -> ids.addAll(level.orders().keySet()));
    return ids;
  }

  /**
   * Best bid and offer after each X, consecutive equals left out. These figures are the reading
   * thread's: look at them behind a {@link #point}, while nothing is traded.
   */
  public List<String> tops() {
    return tops;
  }

  /** Each trade: price, quantity, aggressor. */
  public List<String> trades() {
    return trades;
  }

  /** How many X. */
  public int updates() {
    return updates;
  }

  /** How many entries in all X, each with the RptSeq(83) that follows the one before. */
  public int entries() {
    return entries;
  }

  /** How many W of the subscription. */
  public int snapshots() {
    return snapshots;
  }

  @Override
  public void close() throws IOException {
    session.close();
  }
}
