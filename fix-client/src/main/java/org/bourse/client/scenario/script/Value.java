package org.bourse.client.scenario.script;

import java.util.List;
import java.util.regex.Pattern;

/** What stands behind the equals sign of a field. */
public sealed interface Value {

  /**
   * A value as it is written.
   *
   * @param text {@code #n} in it is the round of a repeat
   * @param exact not made unique where it is a ClOrdID
   */
  record Text(String text, boolean exact) implements Value {}

  /** What was captured by this name before. */
  record Captured(String name) implements Value {}

  /** A field that would be filled in is left out; to be sent only. */
  record LeftOut() implements Value {}

  /** There is no such field; to be expected only. */
  record Absent() implements Value {}

  /** There is such a field; to be expected only. */
  record Present() implements Value {}

  /** There is such a field, and what it holds is kept by this name; to be expected only. */
  record Capture(String name) implements Value {}

  /** All of the value has this form; to be expected only. */
  record Form(Pattern pattern) implements Value {}

  /** One of these holds; to be expected only. */
  record AnyOf(List<Value> values) implements Value {}
}
