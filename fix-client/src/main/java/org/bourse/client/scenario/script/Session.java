package org.bourse.client.scenario.script;

import org.jspecify.annotations.Nullable;

/**
 * A session line.
 *
 * @param place where it stands
 * @param name what the script calls it
 * @param sender our SenderCompID(49); empty in a script that writes each message out itself
 * @param target the acceptor's CompID(56), null for the one of the command line
 * @param username Username(553) of its Logons, null for none
 * @param password Password(554) of its Logons, null for none
 * @param heartbeat HeartBtInt(108) of its Logons, in seconds
 */
public record Session(
    Place place,
    String name,
    String sender,
    @Nullable String target,
    @Nullable String username,
    @Nullable String password,
    int heartbeat) {

  /** HeartBtInt(108) where a session line says none. */
  public static final int DEFAULT_HEARTBEAT = 30;

  @Override
  public String toString() {
    return name;
  }
}
