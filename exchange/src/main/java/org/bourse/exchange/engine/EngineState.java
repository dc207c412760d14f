package org.bourse.exchange.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * An engine's state as it is saved: what can be said of it without a word on how it lies in memory,
 * so that engines which have carried out the same commands save the same bytes. The open orders go
 * another way than the rest.
 */
final class EngineState {
  private static final int FORMAT = 5;

  private final Parts parts;
  private final Clock clock;

  /** Where a loaded engine is: what it has carried out last, and the hash over its state. */
  record Place(long position, long time, long stateHash) {}

  EngineState(Parts parts, Clock clock) {
    this.parts = parts;
    this.clock = clock;
  }

  /** Writes all but the open orders, and returns the hash over them too. */
  long save(long position, long time, OutputStream out) throws IOException {
    StateWriter to = new StateWriter(out);
    to.writeInt(FORMAT);
    to.writeInt(MatchingEngine.VERSION);
    to.writeLong(position);
    to.writeLong(time);
    to.writeLong(parts.reports.eventSeq());
    parts.venue.save(to);
    parts.sessions.save(to);
    parts.instruments.save(to);
    parts.holds.save(to);
    parts.inquiries.save(to);
    parts.texts.save(to);
    parts.terms.save(to);
    parts.trades.save(to);
    parts.orders.save(to);
    HashStream hash = to.hash();
    saveOpenOrders((orderId, rank, words) -> add(hash, orderId, words));
    long value = hash.value();
    to.writeLong(value);
    to.flush();
    return value;
  }

  void saveOpenOrders(OpenOrderSink sink) throws IOException {
    long[] words = new long[OpenOrderSink.RECORD_WORDS];
    long[] rank = new long[1];
    parts.instruments.<IOException>forEachOpenOrder(
        orderId -> {
          parts.orders.copyTo(orderId, words);
          sink.onOpenOrder(orderId, rank[0]++, words);
        });
  }

  /** Reads into an engine that knows nothing; what it knows after a failure is worth nothing. */
  Place load(InputStream in, OpenOrderSource source) throws IOException {
    StateReader from = new StateReader(in);
    int format = from.readInt();
    from.readInt(); // the version of the engine that saved it: whoever replays on top asks for that
    if (format != FORMAT) {
      throw new IOException("engine state of format " + format + ", this engine reads " + FORMAT);
    }
    long position = from.readLong();
    long time = from.readLong();
    parts.reports.eventSeq(from.readLong());
    parts.venue.load(from);
    parts.sessions.load(from);
    parts.instruments.load(from);
    parts.holds.load(from);
    parts.inquiries.load(from);
    parts.texts.load(from);
    parts.terms.load(from);
    parts.trades.load(from);
    long gaps = parts.orders.load(from);
    HashStream hash = from.hash().copy();
    long expected = from.readLong();
    from.requireEnd();
    RankedOrders open = source.read();
    if (open.expected() != gaps) {
      throw new IOException(
          "the engine state lacks " + gaps + " open orders, there are " + open.expected());
    }
    open.forEach((orderId, rank, words) -> add(hash, orderId, words));
    if (hash.value() != expected) {
      throw new IOException("the hash over the engine state and the open orders does not fit");
    }
    open.forEach((orderId, rank, words) -> restore(orderId, words));
    parts.placement.recount();
    parts.expiry.watchAll();
    parts.bestOnly.watchAll();
    parts.timers.begin(time);
    clock.loaded();
    return new Place(position, time, expected);
  }

  private void restore(long orderId, long[] words) throws IOException {
    if (!parts.orders.fill(orderId, words)) {
      throw new IOException("order " + orderId + " is not one that the engine state lacks");
    }
    int slot = parts.instruments.restore(parts.orders, parts.terms, orderId);
    if (slot == 0) {
      throw new IOException("order " + orderId + " can't be where it is said to rest");
    }
    parts.orders.slot(orderId, slot);
  }

  private static void add(HashStream hash, long orderId, long[] words) {
    hash.writeLong(orderId);
    for (long word : words) {
      hash.writeLong(word);
    }
  }
}
