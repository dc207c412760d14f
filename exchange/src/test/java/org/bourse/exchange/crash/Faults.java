package org.bourse.exchange.crash;

import java.util.ArrayList;
import java.util.List;

/** What broke a promise. Any thread. */
final class Faults {
  private static final int SHOWN = 20;

  private final String whose;
  private final List<String> found = new ArrayList<>();

  Faults(String whose) {
    this.whose = whose;
  }

  synchronized void add(String fault, Object message) {
    found.add(whose + ": " + fault + ": " + message);
  }

  /** The first of them, and how many there are. */
  synchronized List<String> found() {
    if (found.size() <= SHOWN) {
      return List.copyOf(found);
    }
    List<String> shown = new ArrayList<>(found.subList(0, SHOWN));
    shown.add("and " + (found.size() - SHOWN) + " more");
    return shown;
  }
}
