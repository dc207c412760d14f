package org.bourse.client.scenario.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a step.
 *
 * @param tag its tag
 * @param value what is sent, or expected
 * @param entries the entries of the group that it counts, in order; null where none are written
 */
public record Field(int tag, Value value, @Nullable List<Entry> entries) {

  /**
   * An entry of a repeating group.
   *
   * @param any whether it may be as it will; then it has no fields
   * @param fields its fields
   */
  public record Entry(boolean any, List<Field> fields) {}
}
