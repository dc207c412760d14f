package org.bourse.client.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.bourse.client.scenario.script.Value;
import org.jspecify.annotations.Nullable;

/** What the values of a scenario stand for: captures, rounds, unique ClOrdIDs. */
final class Bindings {

  private final ClOrdIds clOrdIds;
  private final Map<String, String> captured = new HashMap<>();
  private final Deque<Integer> rounds = new ArrayDeque<>();

  Bindings(ClOrdIds clOrdIds) {
    this.clOrdIds = clOrdIds;
  }

  ClOrdIds clOrdIds() {
    return clOrdIds;
  }

  void beginRound(int number) {
    rounds.push(number);
  }

  void endRound() {
    rounds.pop();
  }

  void capture(Map<String, String> values) {
    captured.putAll(values);
  }

  /** Null where it has not been captured: the step that should have is not done yet. */
  @Nullable String captured(String name) {
    return captured.get(name);
  }

  /** The value that goes over the wire in this field. */
  String onWire(int tag, Value.Text value) {
    String text = round(value.text());
    return value.exact() ? text : clOrdIds.onWire(tag, text);
  }

  /** {@code #n} is the round of the innermost repeat. */
  String round(String text) {
    Integer round = rounds.peek();
    return round == null ? text : text.replaceAll("#n(?![A-Za-z0-9])", round.toString());
  }
}
