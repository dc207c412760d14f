package org.bourse.exchange.access;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names are allowed: those of a list, or any. */
public final class Names {
  /** Any name. */
  public static final Names ANY = new Names(null);

  private final @Nullable List<String> list;
  private final Set<String> listed;

  /**
   * Copies a list.
   *
   * @param list null: any name
   */
  public Names(@Nullable List<String> list) {
    this.list = list == null ? null : List.copyOf(list);
    listed = list == null ? Set.of() : Set.copyOf(list);
  }

  /** Just these. */
  public static Names of(String... names) {
    return new Names(List.of(names));
  }

  /** The names in their order, null: any name. */
  public @Nullable List<String> list() {
    return list;
  }

  /** Whether a name is allowed. */
  public boolean contains(String name) {
    return list == null || listed.contains(name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Names names && Objects.equals(list, names.list);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(list);
  }

  @Override
  public String toString() {
    return list == null ? "any" : list.toString();
  }
}
