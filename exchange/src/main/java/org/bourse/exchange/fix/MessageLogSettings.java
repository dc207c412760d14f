package org.bourse.exchange.fix;

import java.util.OptionalLong;

/**
 * How the message log keeps what it holds.
 *
 * @param segmentBytes the length of one of its files
 * @param retained how many of its last messages a session can be asked for; those that its client
 *     may not have got are kept beyond that
 * @param force whether sender numbers and resets are to survive a loss of power
 * @param journal identity of the command journal of whose events it tells, empty: any
 */
public record MessageLogSettings(
    long segmentBytes, int retained, boolean force, OptionalLong journal) {
  /** The identity of the log itself. */
  OptionalLong logIdentity() {
    return logIdentity(journal);
  }

  /** The identity of the senders' marks. */
  OptionalLong marksIdentity() {
    return marksIdentity(journal);
  }

  static OptionalLong logIdentity(OptionalLong journal) {
    return plus(journal, 1);
  }

  static OptionalLong marksIdentity(OptionalLong journal) {
    return plus(journal, 2);
  }

  private static OptionalLong plus(OptionalLong journal, int part) {
    return journal.isPresent() ? OptionalLong.of(journal.getAsLong() + part) : journal;
  }
}
