package org.bourse.exchange.fix;

import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.LongHashSet;

/** What one session's client was told of which events, as the message log has it. */
final class ToldEvents {
  private static final long NONE = 0;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final Long2LongHashMap bodies = new Long2LongHashMap(NONE);
  private final Long2LongHashMap places = new Long2LongHashMap(NONE);
  private final LongHashSet inNumbering = new LongHashSet();
  private final EventRanges leftOut = new EventRanges();
  private long first = Long.MAX_VALUE;
  private long last;

  /** Begins a numbering, in which each event may be told once. */
  void beginNumbering() {
    inNumbering.clear();
  }

  /** Notes that an event has a number in this numbering; whether it had none before. */
  boolean isFirstInNumbering(long eventSeq) {
    return inNumbering.add(eventSeq);
  }

  /**
   * Adds what the log has of an event.
   *
   * @return whether that is the same as what it had before, if anything
   */
  boolean add(long eventSeq, long position, KeptReport report) {
    first = Math.min(first, eventSeq);
    last = Math.max(last, eventSeq);
    long hash = hash(report.msgType(), report.body());
    long before = bodies.get(eventSeq);
    if (before == NONE) {
      bodies.put(eventSeq, hash);
      places.put(eventSeq, position);
    }
    return before == NONE || before == hash;
  }

  /** Takes over what older records had told, which may be gone. */
  void hadTold(long eventSeq) {
    last = Math.max(last, eventSeq);
  }

  boolean has(long eventSeq) {
    return places.get(eventSeq) != NONE;
  }

  /** Where the log tells an event. */
  long position(long eventSeq) {
    return places.get(eventSeq);
  }

  /** Holds an event against what the journal says; whether it is the same. */
  boolean settle(long eventSeq, String msgType, FixWriter body) {
    return bodies.remove(eventSeq) == hash(msgType, body.toString());
  }

  /** The events from one to another that were told, and never settled. */
  EventRanges notSettled(long from, long to) {
    EventRanges ranges = new EventRanges();
    bodies.keySet().stream()
        .mapToLong(Long::longValue)
        .filter(event -> event >= from && event <= to)
        .sorted()
        .forEach(ranges::add);
    return ranges;
  }

  /**
   * Notes that the journal has an event for this session; events come in their order.
   *
   * @param isWhole whether the log still has its first record
   * @param endedInOrder whether the last run did, so that all has been told
   * @return whether the log tells it
   */
  boolean meet(long eventSeq, boolean isWhole, boolean endedInOrder) {
    boolean isTold = has(eventSeq);
    if (isTold) {
      leftOut.end();
    } else if ((isWhole && eventSeq > first && eventSeq < last)
        || (endedInOrder && eventSeq > last)) {
      leftOut.add(eventSeq);
    }
    return isTold;
  }

  /** The events that should be told, and are not. */
  EventRanges leftOut() {
    return leftOut;
  }

  /** The first event that the log tells. */
  long first() {
    return first;
  }

  /** The last event that the log tells or has told, 0: none. */
  long last() {
    return last;
  }

  /** Of 64 bits, and never 0. */
  private static long hash(String msgType, String body) {
    long hash = hash(FNV_OFFSET, msgType);
    hash = hash((hash ^ '|') * FNV_PRIME, body);
    return hash == NONE ? 1 : hash;
  }

  private static long hash(long from, String text) {
    long hash = from;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
