package org.bourse.client.scenario.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The numbers of what comes: what is next, what came early, what came again. Once the script has
 * set the number, gaps are its own business.
 */
final class Inbound {

  private final TreeMap<Integer, WireMessage> early = new TreeMap<>();
  private int next = 1;
  private int askedUpTo;
  private boolean byScript;

  int next() {
    return next;
  }

  void reset() {
    next = 1;
    askedUpTo = 0;
    early.clear();
  }

  void setByScript(int number) {
    reset();
    next = number;
    byScript = true;
  }

  boolean isSetByScript() {
    return byScript;
  }

  /** What a message leads to: what the script gets to see now, in order. */
  List<Arrival> take(WireMessage message) {
    List<Arrival> seen = new ArrayList<>();
    int number = message.seqNum();
    if (message.has(35, "4") && !message.has(123, "Y")) {
      next = Math.max(message.number(36), 1);
      early.clear();
      seen.add(new Arrival.Received(message));
    } else if (message.has(35, "A") && message.has(141, "Y")) {
      reset();
      next = number + 1;
      seen.add(new Arrival.Received(message));
    } else if (number == next) {
      accept(message, seen);
    } else if (number > next && !byScript) {
      early.putIfAbsent(number, message);
    } else if (number < next && message.has(43, "Y")) {
      seen.add(new Arrival.Repeated(message));
    } else {
      seen.add(new Arrival.Received(message));
    }
    return seen;
  }

  private void accept(WireMessage message, List<Arrival> seen) {
    seen.add(new Arrival.Received(message));
    next = Math.max(next + 1, message.has(35, "4") ? message.number(36) : 0);
    while (!early.isEmpty() && early.firstKey() <= next) {
      WireMessage waiting = early.pollFirstEntry().getValue();
      if (waiting.seqNum() == next) {
        accept(waiting, seen);
      }
    }
  }

  /**
   * The last number to ask for again, from {@link #next} on; 0 where nothing is to be asked for.
   */
  int toAskFor() {
    if (early.isEmpty() || askedUpTo >= next) {
      return 0;
    }
    askedUpTo = early.firstKey() - 1;
    return askedUpTo;
  }
}
