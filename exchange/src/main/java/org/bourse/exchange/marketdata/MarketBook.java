package org.bourse.exchange.marketdata;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.bourse.exchange.event.ReportDetails;
import org.bourse.exchange.event.codec.BookChangedDecoder;
import org.bourse.exchange.event.codec.DayFiguresDecoder;
import org.bourse.exchange.event.codec.MarketStateDecoder;
import org.bourse.exchange.event.codec.OrderReportDecoder;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/**
 * One instrument as the market sees it: its book, its trades and its statistics, and what of them
 * has changed since subscribers were last told. One thread.
 */
public final class MarketBook {
  private static final byte BUY = '1';

  private final int id;
  private final BookSide bids = new BookSide(EntryKind.BID);
  private final BookSide offers = new BookSide(EntryKind.OFFER);
  private final Long2ObjectHashMap<ShownOrder> orders = new Long2ObjectHashMap<>();
  private final DayValues values = new DayValues();
  private List<TradeTick> trades = new ArrayList<>();
  private List<TradeTick> toldTrades = new ArrayList<>();
  private final RecentTrades recent = new RecentTrades();
  private long changedMatchId;
  private long updates;
  private boolean isUntold;

  /** An instrument of which nothing is known yet. */
  public MarketBook(int id) {
    this.id = id;
  }

  /** The engine's number of the instrument. */
  public int id() {
    return id;
  }

  /** Whether something has changed since subscribers were last told. */
  public boolean isUntold() {
    return isUntold;
  }

  /** No fewer than the entries that any subscriber can have been told of it in all. */
  public long updates() {
    return updates;
  }

  /** Its latest trades, for those who have missed some. */
  public RecentTrades recent() {
    return recent;
  }

  /**
   * Takes what has changed in the book.
   *
   * @return whether the command has changed nothing more of any instrument
   */
  public boolean take(BookChangedDecoder changed) {
    updates = changed.updates();
    boolean last = changed.last() == 1;
    for (BookChangedDecoder.ChangesDecoder change : changed.changes()) {
      take(change);
    }
    isUntold = true;
    changedMatchId = 0;
    return last;
  }

  private void take(BookChangedDecoder.ChangesDecoder change) {
    long orderId = change.orderId();
    long quantity = change.quantity();
    BookSide side = change.side() == BUY ? bids : offers;
    ShownOrder order = orders.get(orderId);
    Level level = order == null ? null : order.level;
    if (order != null
        && level != null
        && quantity > 0
        && change.behind() == 0
        && level.price == change.price()) {
      side.change(order, level, quantity);
      return;
    }
    if (order != null && level != null) {
      side.remove(order, level);
    }
    if (quantity > 0) {
      if (order == null) {
        order = new ShownOrder(orderId);
        orders.put(orderId, order);
      }
      side.append(order, change.price(), quantity);
    } else if (order != null) {
      orders.remove(orderId);
    }
  }

  /** Takes what has traded today. */
  public void take(DayFiguresDecoder figures) {
    values.take(figures);
  }

  /** Takes how the instrument is traded. */
  public void take(MarketStateDecoder state) {
    values.take(state);
  }

  /**
   * Takes a report.
   *
   * @return whether it says anything here: only that of a trade that the market sees does
   */
  public boolean take(OrderReportDecoder report) {
    TradeTick tick = tick(report);
    if (tick == null) {
      return false;
    }
    trades.add(tick);
    recent.add(tick);
    return true;
  }

  private @Nullable TradeTick tick(OrderReportDecoder report) {
    if ((report.flags() & ReportDetails.ELSEWHERE) != 0) {
      return null;
    }
    return switch (report.execType()) {
      case 'F' -> isTold(report) ? trade(report) : null;
      case 'G' -> changed(report, EntrySink.CHANGE);
      case 'H' -> changed(report, EntrySink.DELETE);
      default -> null;
    };
  }

  /** A trade of two orders has two reports, of which one is taken. */
  private static boolean isTold(OrderReportDecoder report) {
    return switch (report.aggressor()) {
      case 1 -> true;
      case 2 -> report.contraOrderId() == 0 || report.side() == BUY;
      default -> false;
    };
  }

  private TradeTick trade(OrderReportDecoder report) {
    boolean hasAggressor = report.aggressor() == 1;
    boolean ofAuction = !hasAggressor && report.contraOrderId() != 0;
    return new TradeTick(
        EntrySink.NEW,
        report.matchId(),
        report.lastPrice(),
        report.lastQty(),
        report.time(),
        hasAggressor ? (char) report.side() : '\0',
        ofAuction ? condition(values.phase()) : '\0');
  }

  /** TradeCondition(277): R an opening price, E a reopening trade; the close has none there. */
  private static char condition(TradingPhase phase) {
    return switch (phase) {
      case PRE_OPEN, OPENING_AUCTION -> 'R';
      case CONTINUOUS, INTRADAY_AUCTION, HALTED -> 'E';
      case CLOSED, CLOSING_AUCTION -> '\0';
    };
  }

  private @Nullable TradeTick changed(OrderReportDecoder report, char action) {
    if (report.matchId() == changedMatchId) {
      return null;
    }
    changedMatchId = report.matchId();
    return new TradeTick(
        action, report.matchId(), report.lastPrice(), report.lastQty(), report.time(), '\0', '\0');
  }

  /** Subscribers have been told of all that has changed. */
  public void told() {
    bids.told();
    offers.told();
    values.told();
    List<TradeTick> before = toldTrades;
    toldTrades = trades;
    trades = before;
    trades.clear();
    isUntold = false;
  }

  /** What has traded since subscribers were last told. */
  public List<TradeTick> trades() {
    return trades;
  }

  /** What had traded between the last two times that subscribers were told. */
  public List<TradeTick> toldTrades() {
    return toldTrades;
  }

  BookSide bids() {
    return bids;
  }

  BookSide offers() {
    return offers;
  }

  DayValues values() {
    return values;
  }
}
