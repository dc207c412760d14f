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
  private final FixWriter whole = new FixWriter();
  private final FixWriter refresh = new FixWriter();
  private long number;
  private boolean isWholeWritten;
  private boolean isRefreshWritten;

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

  /** What {@link #advance} has found. */
  enum Advance {
    /** What is shown has not changed. */
    NOTHING,
    /** Entries that say what has changed. */
    UPDATE,
    /** More entries than there are numbers for, so that all must be shown again. */
    WHOLE
  }

  /** Goes on to what the book is now, before the book itself takes it as told. */
  Advance advance() {
    writer.begin(rules, true, isStandard, number);
    view.update(writer);
    int count = writer.count();
    if (count == 0) {
      return Advance.NOTHING;
    }
    isWholeWritten = false;
    isRefreshWritten = false;
    if (number + count > book.updates()) {
      number = book.updates();
      return Advance.WHOLE;
    }
    number += count;
    body(update);
    return Advance.UPDATE;
  }

  private void body(FixWriter to) {
    to.clear();
    to.field(NoMDEntries.FIELD, writer.count()).append(writer.entries());
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

  /**
   * The same with what has traded since the book was told last: what the last advance has found.
   */
  FixWriter refresh() {
    if (!isRefreshWritten) {
      write(refresh, book.trades());
      isRefreshWritten = true;
    }
    return refresh;
  }

  /** The same with certain trades in place of the last. */
  void write(FixWriter to, List<TradeTick> trades) {
    writer.begin(rules, false, isStandard, 0);
    view.snapshot(writer, trades);
    to.clear();
    to.field(Symbol.FIELD, rules.symbol());
    if (!isStandard) {
      to.field(RptSeq.FIELD, number);
    }
    to.field(NoMDEntries.FIELD, writer.count()).append(writer.entries());
  }

  /** The body of an X with trades alone, numbered behind what a line was sent last. */
  void writeTrades(FixWriter to, List<TradeTick> trades, long after) {
    writer.begin(rules, true, isStandard, after);
    trades.forEach(writer::trade);
    body(to);
  }
}
