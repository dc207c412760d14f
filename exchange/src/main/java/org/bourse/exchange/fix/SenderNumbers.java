package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Moves the sender numbers of sessions where no message does that is kept. A session passes while
 * it uses numbers that the log does not hold: one record says so for all of them, and until another
 * one settles the number only the mark says how far it may have got. Guarded by the log.
 */
final class SenderNumbers {
  private final LogWriter writer;
  private final LogCommits commits;
  private final SenderMarks marks;

  SenderNumbers(LogWriter writer, LogCommits commits, SenderMarks marks) {
    this.writer = writer;
    this.commits = commits;
    this.marks = marks;
  }

  /**
   * Makes sure that a number is a session's next.
   *
   * @throws IOException where it was taken before another thread reset the numbers
   */
  static void requireNext(SessionRecord session, int msgSeqNum) throws IOException {
    if (msgSeqNum != session.nextSender()) {
      throw new IOException(
          session.name() + ": numbers were reset to " + session.nextSender() + " meanwhile");
    }
  }

  /** Uses a session's next number for a message that is not kept. */
  void pass(SessionRecord session, int msgSeqNum) throws IOException {
    requireNext(session, msgSeqNum);
    if (!session.isPassing()) {
      writer.write(LogRecord.PASSING, session, msgSeqNum, 0, 0, "");
      commits
          .commit(); // a mark so far ahead, without the record, would say that the end is missing
      session.passingFrom(msgSeqNum);
    }
    session.passed(msgSeqNum);
    commits.used(session);
  }

  /** Sets a session's next number. */
  void set(SessionRecord session, int msgSeqNum) throws IOException {
    settle(session, msgSeqNum);
    commits.commit();
  }

  private void settle(SessionRecord session, int msgSeqNum) {
    writer.write(LogRecord.NEXT_SENDER, session, msgSeqNum, 0, 0, "");
    session.nextSender(msgSeqNum);
    commits.used(session);
  }

  /** Takes over a numbering that the journal knows and the log has lost. Numbers go on. */
  void epochFound(SessionRecord session, int epoch) throws IOException {
    writer.write(LogRecord.EPOCH_FOUND, session, epoch, 0, 0, "");
    session.goOnInEpoch(epoch);
    session.mark(0);
    commits.commit();
  }

  /** Has a session that only the marks know go on: it has been lost with the end of the log. */
  void goOnAtMark(SessionRecord session) throws IOException {
    SenderMarks.@Nullable Mark mark = marks.last(session.name());
    if (mark != null) {
      epochFound(session, mark.epoch());
      session.mark(mark.msgSeqNum());
      set(session, mark.msgSeqNum());
    }
  }

  /**
   * Has sessions go on, after a run, with numbers that it can't have used.
   *
   * @param endUncertain whether messages may have left that the log does not hold
   */
  void recover(Collection<SessionRecord> sessions, boolean endUncertain) throws IOException {
    for (SessionRecord session : sessions) {
      boolean isBehind = session.mark() > session.nextSender();
      if (session.isPassing() || (endUncertain && isBehind)) {
        set(session, Math.max(session.nextSender(), session.mark()));
      }
    }
  }

  /** Has the log say each session's next number exactly. */
  void settleAll(Collection<SessionRecord> sessions) throws IOException {
    boolean settled = false;
    for (SessionRecord session : sessions) {
      if (session.isPassing()) {
        settle(session, session.nextSender());
        settled = true;
      }
    }
    if (settled) {
      commits.commit();
    }
  }
}
