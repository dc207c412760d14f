package org.bourse.client.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives each message an expectation of its own. A message that fits several takes whichever lets
 * the others have theirs (augmenting paths in a bipartite graph), so that the order of a script
 * does not matter.
 */
final class AnyOrderMatch {

  private final int expectations;
  private final List<Comparison[]> messages = new ArrayList<>();
  private final int[] holder;

  AnyOrderMatch(int expectations) {
    this.expectations = expectations;
    this.holder = new int[expectations];
    Arrays.fill(holder, -1);
  }

  /**
   * Finds a place for one more message.
   *
   * @param comparisons it with each expectation
   * @return whether there is one
   */
  boolean place(Comparison[] comparisons) {
    messages.add(comparisons);
    return place(messages.size() - 1, new boolean[expectations]);
  }

  private boolean place(int message, boolean[] tried) {
    for (int i = 0; i < expectations; i++) {
      if (tried[i] || !messages.get(message)[i].fits()) {
        continue;
      }
      tried[i] = true;
      if (holder[i] < 0 || place(holder[i], tried)) {
        holder[i] = message;
        return true;
      }
    }
    return false;
  }

  /** Whether every expectation has its message. */
  boolean isComplete() {
    return Arrays.stream(holder).allMatch(message -> message >= 0);
  }

  /** What the message of an expectation looks like beside it, null where there is none yet. */
  @Nullable Comparison held(int expectation) {
    return holder[expectation] < 0 ? null : messages.get(holder[expectation])[expectation];
  }
}
