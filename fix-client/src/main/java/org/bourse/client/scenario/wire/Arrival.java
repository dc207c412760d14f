package org.bourse.client.scenario.wire;

/** What a session has received, in the order in which it came. */
public sealed interface Arrival {

  /** A message that was to come next, or one whose number is not looked at. */
  record Received(WireMessage message) implements Arrival {}

  /** A message with a number that has been had: it came again. */
  record Repeated(WireMessage message) implements Arrival {}

  /** Bytes that are no sound message, which a FIX engine has to pass over. */
  record Garbled(WireMessage message, String fault) implements Arrival {}

  /** The other side has closed the connection, or it broke. */
  record Ended(String reason) implements Arrival {}
}
