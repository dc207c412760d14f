package org.bourse.exchange.fix;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client is still owed and what has no MsgSeqNum yet: reports of numberings that have ended
 * before it had them, and reports that wait behind those. By event, so in the order in which they
 * go out. Not safe for several threads.
 */
final class Undelivered {
  private final TreeMap<Long, Owed> byEvent = new TreeMap<>();

  /**
   * One report.
   *
   * @param position of its message in the log
   * @param uncertain whether the client may have it already
   */
  record Owed(long position, boolean uncertain) {}

  void add(long eventSeq, long position, boolean uncertain) {
    byEvent.put(eventSeq, new Owed(position, uncertain));
  }

  /** Takes an event out, which now has a number. */
  void remove(long eventSeq) {
    byEvent.remove(eventSeq);
  }

  boolean isEmpty() {
    return byEvent.isEmpty();
  }

  int size() {
    return byEvent.size();
  }

  /** The first so many. */
  SortedMap<Long, Owed> first(int most) {
    SortedMap<Long, Owed> first = new TreeMap<>();
    for (Map.Entry<Long, Owed> entry : byEvent.entrySet()) {
      if (first.size() == most) {
        break;
      }
      first.put(entry.getKey(), entry.getValue());
    }
    return first;
  }

  @Nullable Owed get(long eventSeq) {
    return byEvent.get(eventSeq);
  }

  /** All of them, in the order of the events. */
  SortedMap<Long, Owed> all() {
    return new TreeMap<>(byEvent);
  }
}
