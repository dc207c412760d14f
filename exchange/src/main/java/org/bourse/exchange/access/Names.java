package org.bourse.exchange.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which names are allowed: those of a list, or any.
 *
 * @param list null: any name
 */
public record Names(@Nullable List<String> list) {
  /** Any name. */
  public static final Names ANY = new Names(null);

  /** Copies the list. */
  public Names {
    list = list == null ? null : List.copyOf(list);
  }

  /** Just these. */
  public static Names of(String... names) {
    return new Names(List.of(names));
  }

  /** Whether a name is allowed. */
  public boolean contains(String name) {
    return list == null || list.contains(name);
  }

  @Override
  public String toString() {
    return list == null ? "any" : list.toString();
  }
}
