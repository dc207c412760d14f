package org.bourse.client.scenario;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the ClOrdIDs of a scenario unique: each run of each scenario has its own, and they read
 * like those of the script.
 */
final class ClOrdIds {

  /** Where a ClOrdID stands: ClOrdID, OrigClOrdID, SecondaryClOrdID, ClOrdLinkID. */
  private static final Set<Integer> TAGS = Set.of(11, 41, 526, 583);

  /** May hold one, or some other id: BusinessRejectRefID. */
  private static final int MAY_BE = 379;

  private static final long RUN = System.currentTimeMillis();

  private final String suffix;
  private final Set<String> given = new HashSet<>();
  private final Set<String> sent = ConcurrentHashMap.newKeySet();

  /**
   * Those of one scenario.
   *
   * @param number of the scenario in this process
   */
  ClOrdIds(int number) {
    this.suffix =
        "-" + (Long.toString(RUN, 36) + Integer.toString(number, 36)).toUpperCase(Locale.ROOT);
  }

  /** What stands on the wire for what stands in the script. */
  String onWire(int tag, String text) {
    if (text.isEmpty() || !(TAGS.contains(tag) || (tag == MAY_BE && given.contains(text)))) {
      return text;
    }
    given.add(text);
    return text + suffix;
  }

  /** Takes note of a ClOrdID that goes out. */
  void sent(String clOrdId) {
    sent.add(clOrdId);
  }

  /** Whether it has gone out in this scenario. */
  boolean isOwn(String clOrdId) {
    return sent.contains(clOrdId);
  }
}
