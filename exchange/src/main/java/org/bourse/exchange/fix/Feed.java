package org.bourse.exchange.fix;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bourse.exchange.marketdata.EntryKind;
import org.bourse.exchange.marketdata.FeedRequest;
import org.bourse.exchange.marketdata.MarketBook;
import org.bourse.exchange.marketdata.TradeTick;
import org.bourse.exchange.marketdata.View;
import org.bourse.exchange.model.Instrument;
import quickfix.field.NoMDEntries;
import quickfix.field.RptSeq;
import quickfix.field.Symbol;

/**
 * One view of one instrument, for all subscriptions that have asked for the same: what they are
 * told is written once. Its entries are numbered without a gap, in RptSeq(83). One thread.
 */
final class Feed {
  private final MarketBook book;
  private final Instrument rules;
  private final View view;
  private final boolean isStandard;
  private final EntryWriter writer;
  private final Set<FeedLine> lines = new LinkedHashSet<>();
  private final FixWriter update = new FixWriter();
  private final FixWriter trades = new FixWriter();
  private final FixWriter whole = new FixWriter();
  private final FixWriter refresh = new FixWriter();
  private int refreshed; // lines that get the whole each time
  private long number;
  private boolean isAllNew;
  private boolean isWholeWritten;

  /** What all that share a feed have in common. */
  record Key(FeedRequest.Content content, boolean standard) {}

  Feed(MarketBook book, Instrument rules, Key key, EntryWriter writer) {
    this.book = book;
    this.rules = rules;
    view = new View(key.content(), book);
    isStandard = key.standard();
    this.writer = writer;
    number = book.updates();
  }

  MarketBook book() {
    return book;
  }

  Set<FeedLine> lines() {
    return lines;
  }

  /** RptSeq(83) of the last entry. */
  long number() {
    return number;
  }

  boolean hasTrades() {
    return view.content().kinds().contains(EntryKind.TRADE);
  }

  /** Takes in one who is to be served. */
  void join(FeedLine line) {
    lines.add(line);
    refreshed += line.subscription().request().incremental() ? 0 : 1;
  }

  /** Lets one go who is not to be served any more. */
  void leave(FeedLine line) {
    if (lines.remove(line)) {
      refreshed -= line.subscription().request().incremental() ? 0 : 1;
    }
  }

  /**
   * Goes on to what the book is now, before the book itself takes it as told, and writes all that
   * its lines are to be told of it.
   *
   * @return whether what is shown has changed
   */
  boolean advance() {
    isWholeWritten = false;
    writer.begin(rules, true, isStandard, number);
    view.update(writer);
    int count = writer.count();
    if (count == 0) {
      return false;
    }
    isAllNew = number + count > book.updates();
    if (isAllNew) {
      writeTrades(trades, hasTrades() ? book.trades() : List.of(), number);
      number = book.updates();
      whole();
    } else {
      number += count;
      body(update);
    }
    if (refreshed > 0) {
      write(refresh, book.trades());
    }
    return true;
  }

  /**
   * Whether the last advance has more entries than there are numbers for, so that its trades and
   * then all are to be shown.
   */
  boolean isAllNew() {
    return isAllNew;
  }

  private void body(FixWriter to) {
    to.clear();
    to.field(NoMDEntries.FIELD, writer.count()).append(writer.entries());
  }

  /** The body of an X with the trades of the last advance, where all is new; empty without any. */
  FixWriter trades() {
    return trades;
  }

  /** The body of an X, behind MDReqID(262): what the last advance has found. */
  FixWriter update() {
    return update;
  }

  /** The body of a W, behind MDReqID(262), with the last trade of the day. */
  FixWriter whole() {
    if (!isWholeWritten) {
      write(whole, List.of());
      isWholeWritten = true;
    }
    return whole;
  }

  /** The same as the last advance has found it, with what had traded since the one before. */
  FixWriter refresh() {
    return refresh;
  }

  /** The same with certain trades in place of the last. */
  void write(FixWriter to, List<TradeTick> ticks) {
    writer.begin(rules, false, isStandard, 0);
    view.snapshot(writer, ticks);
    to.clear();
    to.field(Symbol.FIELD, rules.symbol());
    if (!isStandard) {
      to.field(RptSeq.FIELD, number);
    }
    to.field(NoMDEntries.FIELD, writer.count()).append(writer.entries());
  }

  /**
   * The body of an X with trades alone, numbered behind what a line was sent last; empty without
   * any.
   */
  void writeTrades(FixWriter to, List<TradeTick> ticks, long after) {
    to.clear();
    if (!ticks.isEmpty()) {
      writer.begin(rules, true, isStandard, after);
      ticks.forEach(writer::trade);
      body(to);
    }
  }
}
