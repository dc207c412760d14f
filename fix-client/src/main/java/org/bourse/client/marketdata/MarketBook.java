package org.bourse.client.marketdata;

import java.util.Collection;
import java.util.Collections;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The books of one subscription, rebuilt from its W and X. Not thread-safe: callers hold its
 * monitor.
 */
final class MarketBook {

  private final boolean byOrder;
  private final TreeMap<String, InstrumentBook> books = new TreeMap<>();

  MarketBook(boolean byOrder) {
    this.byOrder = byOrder;
  }

  /** By symbol; a view. */
  Collection<InstrumentBook> books() {
    return Collections.unmodifiableCollection(books.values());
  }

  /** Null before the first W of this symbol. */
  @Nullable InstrumentBook book(String symbol) {
    return books.get(symbol);
  }

  /** Another subscription begins: nothing is level until its W. */
  void begin() {
    books.values().forEach(InstrumentBook::begin);
  }

  /**
   * Applies a message.
   *
   * @throws OutOfStep if it does not follow what came before, with the symbol in its message
   */
  void apply(Update update) throws OutOfStep {
    if (update.snapshot()) {
      InstrumentBook book =
          books.computeIfAbsent(update.symbol(), name -> new InstrumentBook(name, byOrder));
      try {
        book.reset(update);
      } catch (OutOfStep e) {
        throw e.of(update.symbol());
      }
    } else {
      for (Entry entry : update.entries()) {
        follow(entry);
      }
    }
  }

  private void follow(Entry entry) throws OutOfStep {
    InstrumentBook book = books.get(entry.symbol());
    try {
      if (book == null) {
        throw new OutOfStep("an X before its W");
      }
      book.follow(entry);
    } catch (OutOfStep e) {
      throw e.of(entry.symbol());
    }
  }
}
