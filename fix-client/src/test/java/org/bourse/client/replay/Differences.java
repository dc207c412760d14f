package org.bourse.client.replay;

import java.util.ArrayList;
import java.util.List;

/** Long lists held against each other, place by place. */
final class Differences {

  private static final int MOST = 10;

  private Differences() {}

  /** The first places where they differ, a line each; empty where they are equal. */
  static List<String> between(List<String> shown, List<String> expected) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < Math.max(shown.size(), expected.size()) && found.size() < MOST; i++) {
      String here = at(shown, i);
      String there = at(expected, i);
      if (!here.equals(there)) {
        found.add((i + 1) + ": " + here + ", expected " + there);
      }
    }
    return found;
  }

  private static String at(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "nothing";
  }
}
