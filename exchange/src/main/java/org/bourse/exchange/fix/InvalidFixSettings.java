package org.bourse.exchange.fix;

import org.jspecify.annotations.Nullable;

/** FIX settings that can't be used; the message says why, one line a fault. */
public final class InvalidFixSettings extends Exception {
  private static final long serialVersionUID = 1;

  InvalidFixSettings(String faults, @Nullable Throwable cause) {
    super(faults, cause);
  }
}
