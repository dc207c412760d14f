package org.bourse.exchange.engine;

import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.event.BookChanged;
import org.bourse.exchange.event.codec.BookChangedEncoder;
import org.bourse.exchange.event.codec.DayFiguresEncoder;
import org.bourse.exchange.event.codec.MessageHeaderEncoder;

/**
 * Collects what a command changes for all who look at the market, and tells it at the command's
 * end: each order that was touched as it then is, so that nobody need know how it came to be so.
 */
final class MarketChanges {
  /** Entries of a subscriber's depth that an order can change: its own, and one at the edge. */
  private static final int PER_ORDER = 2;

  /** A trade itself, and the figures of the day that it can change; or those of an auction. */
  private static final int PER_TRADE = 8;

  private final Orders orders;
  private final Trades trades;
  private final Instruments instruments;
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4096]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final BookChangedEncoder book = new BookChangedEncoder();
  private final DayFiguresEncoder figures = new DayFiguresEncoder();
  private final IdList touched = new IdList(); // OrderID and whether it went behind, or -1 - number

  MarketChanges(Orders orders, Trades trades, Instruments instruments) {
    this.orders = orders;
    this.trades = trades;
    this.instruments = instruments;
  }

  /** An order in the book shows another quantity, or is there no longer. */
  void changed(long orderId) {
    touched.add(orderId << 1);
  }

  /** An order stands in the book behind all others at its price. */
  void behind(long orderId) {
    touched.add(orderId << 1 | 1);
  }

  /** Something else about an instrument has changed. */
  void market(ListedInstrument instrument) {
    touched.add(-1 - instrument.id());
  }

  /** A trade has taken place; aggressor: Side(54) of the order that came second, 0: neither. */
  void traded(ListedInstrument instrument, long matchId, byte aggressor) {
    count(instrument, matchId, aggressor);
    market(instrument);
  }

  private void count(ListedInstrument instrument, long matchId, byte aggressor) {
    long price = trades.price(matchId);
    long quantity = trades.quantity(matchId);
    instrument.figures().traded(matchId, price, quantity, trades.time(matchId), aggressor);
  }

  /** A day begins. */
  void dayBegins(ListedInstrument instrument) {
    instrument.figures().clear();
    market(instrument);
  }

  /** A trade was busted or corrected: the figures are made again if it was of this day. */
  void retraded(ListedInstrument instrument, long changed, long firstMatchOfDay) {
    market(instrument);
    if (changed < firstMatchOfDay) {
      return;
    }
    instrument.figures().clear();
    for (long matchId = firstMatchOfDay; matchId <= trades.count(); matchId++) {
      long orderId = Math.max(trades.resting(matchId), trades.aggressor(matchId));
      boolean counts = trades.quantity(matchId) > 0 && !trades.isElsewhere(matchId);
      if (counts && orders.instrumentId(orderId) == instrument.id()) {
        count(instrument, matchId, (byte) 0);
      }
    }
  }

  /** Tells what has changed since the last call. */
  void tell(Reports reports) {
    for (int i = 0; i < touched.size(); i++) {
      ListedInstrument instrument = instruments.get(instrumentOf(touched.get(i)));
      if (instrument.figures().takeDue()) {
        tellFigures(instrument, reports);
      }
    }
    for (int i = 0; i < touched.size(); ) {
      i = tellRun(i, reports);
    }
    touched.clear();
  }

  /** Tells those from one on that are of one instrument; returns the first that is not told. */
  private int tellRun(int first, Reports reports) {
    int instrumentId = instrumentOf(touched.get(first));
    int end = first;
    int count = 0;
    int told = 0;
    while (end < touched.size()
        && count < BookChanged.MOST
        && instrumentOf(touched.get(end)) == instrumentId) {
      boolean isOrder = touched.get(end) > 0;
      count += isOrder ? 1 : 0;
      told += isOrder ? PER_ORDER : PER_TRADE;
      end++;
    }
    ListedInstrument instrument = instruments.get(instrumentId);
    instrument.told(told);
    BookChangedEncoder.ChangesEncoder changes =
        begin(instrument, reports.next(), reports.time(), end == touched.size(), count);
    for (int i = first; i < end; i++) {
      long mark = touched.get(i);
      if (mark > 0) {
        put(changes, mark >> 1, instrument, (mark & 1) != 0);
      }
    }
    finishBook(reports);
    return end;
  }

  private int instrumentOf(long mark) {
    return mark > 0 ? orders.instrumentId(mark >> 1) : (int) (-1 - mark);
  }

  /** Tells the figures of an instrument and its whole book, in place of what was collected. */
  void tellAll(ListedInstrument instrument, Reports reports) {
    tellFigures(instrument, reports);
    touched.clear();
    instrument.book().bids().forEach(this::behind);
    instrument.book().offers().forEach(this::behind);
    int told = 0;
    do {
      int count = Math.min(BookChanged.MOST, touched.size() - told);
      boolean last = told + count == touched.size();
      BookChangedEncoder.ChangesEncoder changes =
          begin(instrument, reports.next(), reports.time(), last, count);
      for (int i = told; i < told + count; i++) {
        put(changes, touched.get(i) >> 1, instrument, true);
      }
      finishBook(reports);
      told += count;
    } while (told < touched.size());
    touched.clear();
  }

  private BookChangedEncoder.ChangesEncoder begin(
      ListedInstrument instrument, long eventSeq, long time, boolean last, int count) {
    return book.wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(eventSeq)
        .time(time)
        .sessionId(-1)
        .instrumentId(instrument.id())
        .updates(instrument.told())
        .last((short) (last ? 1 : 0))
        .changesCount(count);
  }

  private void put(
      BookChangedEncoder.ChangesEncoder changes,
      long orderId,
      ListedInstrument instrument,
      boolean behind) {
    int slot = orders.slot(orderId);
    boolean isInBook = slot != 0 && !orders.isMarked(orderId, Marks.PLACE);
    changes
        .next()
        .orderId(orderId)
        .price(orders.price(orderId))
        .quantity(isInBook ? instrument.book().quantity(slot) : 0)
        .side(orders.side(orderId))
        .behind((short) (behind ? 1 : 0));
  }

  private void finishBook(Reports reports) {
    reports.emit(buffer, MessageHeaderEncoder.ENCODED_LENGTH + book.encodedLength());
  }

  private void tellFigures(ListedInstrument instrument, Reports reports) {
    figures
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(reports.next())
        .time(reports.time())
        .sessionId(-1)
        .instrumentId(instrument.id());
    instrument.figures().encode(figures, instrument.closePrice());
    reports.emit(buffer, MessageHeaderEncoder.ENCODED_LENGTH + figures.encodedLength());
  }
}
