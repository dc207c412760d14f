package org.bourse.client.replay;

import org.jspecify.annotations.Nullable;

/**
 * Which actions of a file are sent. Those of the book as it stood at the start come before the
 * first number: they are left out as soon as there is a {@code from}.
 *
 * @param from first seq, null for the beginning
 * @param to last seq, null for the end
 */
record Slice(@Nullable Long from, @Nullable Long to) {

  boolean holds(Action action) {
    return (from == null || action.seq() >= from) && (to == null || action.seq() <= to);
  }
}
