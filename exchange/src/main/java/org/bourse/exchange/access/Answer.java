package org.bourse.exchange.access;

/** What comes of an attempt to log on. */
public sealed interface Answer {
  /** The attempt is accepted. */
  record Admitted(Participant participant, User user) implements Answer {}

  /**
   * The attempt is refused.
   *
   * @param text for the one who tried: it tells nothing that he does not know
   * @param isOfNewPassword whether all was right but the password that he wants
   */
  record Refused(String text, boolean isOfNewPassword) implements Answer {}

  /** The attempt gets no answer: too many have failed, or too many wait. */
  record Dropped() implements Answer {}
}
