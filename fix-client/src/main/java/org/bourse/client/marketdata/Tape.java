package org.bourse.client.marketdata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last trades of an instrument, latest first. Busted ones are gone, corrected ones corrected.
 */
final class Tape {

  private static final int KEPT = 200;

  private final List<Trade> trades = new ArrayList<>();
  private int count;

  /** Latest first; a view. */
  List<Trade> trades() {
    return Collections.unmodifiableList(trades);
  }

  /** Null before the first. */
  @Nullable Trade last() {
    return trades.isEmpty() ? null : trades.get(0);
  }

  /** How many trades there were in all, so that what is new can be told. */
  int count() {
    return count;
  }

  /** A trade that is no longer on the tape may be busted or corrected all the same. */
  void apply(Entry entry) throws OutOfStep {
    int known = indexOf(entry.id());
    switch (entry.action()) {
      case NEW -> {
        if (known < 0) {
          trades.add(0, Trade.of(entry));
          count++;
        }
      }
      case CHANGE -> {
        if (known >= 0) {
          trades.set(known, trades.get(known).corrected(entry));
        }
      }
      case DELETE -> {
        if (known >= 0) {
          trades.remove(known);
        }
      }
    }
    if (trades.size() > KEPT) {
      trades.remove(KEPT);
    }
  }

  private int indexOf(String id) {
    if (!id.isEmpty()) {
      for (int i = 0; i < trades.size(); i++) {
        if (trades.get(i).id().equals(id)) {
          return i;
        }
      }
    }
    return -1;
  }
}
