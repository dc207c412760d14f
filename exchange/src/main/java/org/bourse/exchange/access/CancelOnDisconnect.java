package org.bourse.exchange.access;

/** What becomes of a session's open orders when its client is gone. */
public enum CancelOnDisconnect {
  /** They stay. */
  NO("no"),
  /** They are canceled. */
  YES("yes"),
  /** They are canceled if the client has asked for it at its Logon. */
  ON_REQUEST("on-request");

  private final String word;

  CancelOnDisconnect(String word) {
    this.word = word;
  }

  /** As it is written in the configuration. */
  @Override
  public String toString() {
    return word;
  }
}
