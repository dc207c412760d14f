package org.bourse.client.marketdata;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one instrument: both sides, the trades, the statistics. */
final class InstrumentBook {

  private final String symbol;
  private final boolean byOrder;
  private final BookSide bids;
  private final BookSide offers;
  private final Tape tape = new Tape();
  private final Map<String, Entry> figures = new HashMap<>();
  private boolean level;
  private long rptSeq = Entry.NO_NUMBER;
  private int snapshots;

  InstrumentBook(String symbol, boolean byOrder) {
    this.symbol = symbol;
    this.byOrder = byOrder;
    this.bids = new BookSide(true, byOrder);
    this.offers = new BookSide(false, byOrder);
  }

  String symbol() {
    return symbol;
  }

  boolean isByOrder() {
    return byOrder;
  }

  BookSide bids() {
    return bids;
  }

  BookSide offers() {
    return offers;
  }

  Tape tape() {
    return tape;
  }

  /** The last value of a statistic, null before there is one; by its word in {@link Words}. */
  @Nullable Entry figure(String type) {
    return figures.get(type);
  }

  /** Whether the book is what the venue's is, as far as it has told. */
  boolean isLevel() {
    return level;
  }

  /**
   * RptSeq(83) of what was last applied, {@link Entry#NO_NUMBER} where the venue numbers nothing.
   */
  long rptSeq() {
    return rptSeq;
  }

  /**
   * How many W of the subscription were applied; each after the first stands for updates left out.
   */
  int snapshots() {
    return snapshots;
  }

  /** Another subscription begins, with its own first W. The book stays as it is until then. */
  void begin() {
    level = false;
    snapshots = 0;
  }

  /** The book is what this W says; trades that were on the tape stay there. */
  void reset(Update snapshot) throws OutOfStep {
    level = false;
    bids.clear();
    offers.clear();
    figures.clear();
    for (Entry entry : snapshot.entries()) {
      apply(entry);
    }
    rptSeq = snapshot.rptSeq();
    snapshots++;
    level = true;
  }

  /**
   * Applies an entry of an X.
   *
   * @throws OutOfStep if it is not the next, or does not fit; then only a W helps
   */
  void follow(Entry entry) throws OutOfStep {
    if (!level) {
      throw new OutOfStep("an X before its W");
    }
    level = false;
    if (rptSeq >= 0 && entry.rptSeq() >= 0 && entry.rptSeq() != rptSeq + 1) {
      throw new OutOfStep("RptSeq " + entry.rptSeq() + " where " + (rptSeq + 1) + " comes next");
    }
    apply(entry);
    rptSeq = entry.rptSeq();
    level = true;
  }

  private void apply(Entry entry) throws OutOfStep {
    switch (entry.type()) {
      case Entry.BID -> bids.apply(entry);
      case Entry.OFFER -> offers.apply(entry);
      case Entry.TRADE -> tape.apply(entry);
      default -> {
        if (entry.action() == Entry.Action.DELETE) {
          figures.remove(Words.type(entry));
        } else {
          figures.put(Words.type(entry), entry);
        }
      }
    }
  }
}
