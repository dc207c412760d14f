package org.bourse.client.fix;

import quickfix.Message;

/**
 * What a session tells. All calls come from the session's threads, one at a time for messages, and
 * must return soon: the next message waits for them.
 */
public interface LinkListener {

  /**
   * An application message, in sequence; not BusinessMessageReject(j).
   *
   * @param message it; not used again by the session
   */
  void onMessage(Message message);

  /**
   * Reject(3) or BusinessMessageReject(j): a message of ours was refused for its form or kind.
   *
   * @param reject what came
   * @param refused the text of our message, empty if the reject names none
   */
  void onRefused(Message reject, String refused);

  /** Logged on, with nothing outstanding: what was missed, either way, has been resent. */
  default void onReady() {}

  /**
   * There was no connection to be had, and {@link #onReady()} was never called.
   *
   * @param reason one line
   */
  default void onAttemptFailed(String reason) {}

  /**
   * The connection went away after {@link #onReady()}.
   *
   * @param reason one line
   */
  default void onAway(String reason) {}
}
