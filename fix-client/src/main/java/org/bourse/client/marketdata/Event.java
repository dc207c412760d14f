package org.bourse.client.marketdata;

/** What the session's threads, the keyboard and the signals tell the command. */
sealed interface Event {

  /** Logged on: the subscription can begin. */
  record Ready() implements Event {}

  /** The book no longer follows what comes. */
  record Lost(String reason) implements Event {}

  /** The venue wants none of it. */
  record Refused(String reason) implements Event {}

  /** It is enough. */
  record Over() implements Event {}
}
