package org.bourse.client.scenario.wire;

/** How far a session's logon has come. */
public enum LogonState {
  /** There is no connection. */
  NOT_CONNECTED,
  /** There is a connection, and no answer to a Logon. */
  CONNECTED,
  /** A Logon has been answered with one. */
  LOGGED_ON,
  /** A Logout has come. */
  LOGGED_OUT
}
