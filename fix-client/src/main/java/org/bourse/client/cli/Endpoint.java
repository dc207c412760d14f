package org.bourse.client.cli;

import org.jspecify.annotations.Nullable;

/**
 * With whom to speak, and as whom.
 *
 * @param host name or address of the acceptor
 * @param port its port
 * @param sender our SenderCompID(49)
 * @param target the acceptor's CompID(56)
 * @param username Username(553) of the Logon, null for none
 * @param password Password(554) of the Logon, null for none
 */
public record Endpoint(
    String host,
    int port,
    String sender,
    String target,
    @Nullable String username,
    @Nullable String password) {

  /** Host and port, as in messages to the user. */
  public String address() {
    return host + ":" + port;
  }
}
