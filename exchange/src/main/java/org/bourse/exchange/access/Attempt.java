package org.bourse.exchange.access;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to log on.
 *
 * @param userName Username(553), null: not given
 * @param password Password(554), null: not given
 * @param newPassword NewPassword(925), null: it is not to be changed
 * @param from where the connection comes from
 */
public record Attempt(
    @Nullable String userName,
    @Nullable String password,
    @Nullable String newPassword,
    InetAddress from) {

  /** Says nothing of the passwords: it might end in a log. */
  @Override
  public String toString() {
    return userName + " from " + from.getHostAddress();
  }
}
