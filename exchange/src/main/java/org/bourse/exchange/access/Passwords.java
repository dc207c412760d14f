package org.bourse.exchange.access;

import org.jspecify.annotations.Nullable;

/** What a new password must be. */
public final class Passwords {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  private Passwords() {}

  /**
   * What is wrong with a new password, null: nothing. Printable ASCII only, since a FIX message
   * does not say in which encoding it is.
   */
  public static @Nullable String fault(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      return "a password has " + SHORTEST + " to " + LONGEST + " characters";
    }
    return password.chars().allMatch(c -> c >= ' ' && c <= '~')
        ? null
        : "a password has only printable ASCII characters";
  }
}
