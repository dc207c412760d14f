package org.bourse.exchange.fix;

import org.bourse.exchange.journal.Findings;
import org.bourse.exchange.journal.JournalScan;

/**
 * Holds the marks of the sender numbers against the sessions in the message log. The log may be
 * read later than the first marks, earlier than the second. Marks only rise, but where a session
 * does not pass any more: then they still are above its next number.
 */
final class SenderMarksCheck {
  private final SenderMarks.Scanned before;
  private final SenderMarks.Scanned after;
  private final JournalScan log;
  private final Findings findings;

  /**
   * A check of marks that were read twice.
   *
   * @param before read before the log
   * @param after read after the log
   */
  SenderMarksCheck(
      SenderMarks.Scanned before, SenderMarks.Scanned after, JournalScan log, Findings findings) {
    this.before = before;
    this.after = after;
    this.log = log;
    this.findings = findings;
  }

  void check(Iterable<SessionCheck> sessions) {
    for (SessionCheck session : sessions) {
      requireMark(session);
      requireNotBelow(session);
      requireNotFarAbove(session);
    }
  }

  private void requireMark(SessionCheck session) {
    int next = session.nextSender();
    if (next > 1 && !after.marks().containsKey(session.name())) {
      findings.fault(
          after.log().fileOf(1),
          "has no mark of "
              + session.name()
              + ", which was sent messages up to number "
              + (next - 1)
              + "; restore the folder fix/marks");
    }
  }

  private void requireNotBelow(SessionCheck session) {
    int next = session.nextSender();
    int least = after.of(session.name(), session.epoch());
    if (least > 0 && least < next) {
      findings.fault(
          after.log().fileOf(after.log().lastSequence()),
          "the mark of "
              + session.name()
              + " is "
              + least
              + ", but "
              + next
              + " is its next number; restore the folder fix");
    }
  }

  private void requireNotFarAbove(SessionCheck session) {
    int next = session.nextSender();
    int most =
        Math.min(
            before.of(session.name(), session.epoch()), after.of(session.name(), session.epoch()));
    if (next >= 0 && !session.isPassing() && most - next > SenderMarks.MOST_AHEAD) {
      findings.fault(
          log.fileOf(log.lastSequence()),
          "its end is missing: "
              + session.name()
              + " was sent messages up to number "
              + (most - SenderMarks.BLOCK - 1)
              + " or more, the log ends at "
              + (next - 1)
              + "; restore the folder fix");
    }
  }
}
