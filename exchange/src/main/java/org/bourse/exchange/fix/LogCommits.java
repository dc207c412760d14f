package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.bourse.exchange.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was added to the message log outlive the process, after the marks of the sessions that
 * it numbers; once that fails, the log takes nothing more. Guarded by the log.
 */
final class LogCommits {
  private final Journal journal;
  private final SenderMarks marks;
  private final Set<SessionRecord> used = new LinkedHashSet<>(); // since the last commit
  private Consumer<Throwable> onFailure = failed -> {};
  private @Nullable Throwable failure;
  private boolean forceNext;
  private long committed;

  LogCommits(Journal journal, SenderMarks marks) {
    this.journal = journal;
    this.marks = marks;
    committed = journal.nextSequence() - 1;
  }

  /** Notes that a session's next sender number has moved. */
  void used(SessionRecord session) {
    used.add(session);
  }

  /** Has the next commit survive a loss of power, too. */
  void forceNext() {
    forceNext = true;
  }

  /**
   * Commits what was added, and raises the marks of the numbers that were used, if there is any.
   *
   * @throws IOException where the log can't be written; it is of no use from then on
   */
  void commit() throws IOException {
    if (hasRecords() || !used.isEmpty()) {
      write();
    }
  }

  private boolean hasRecords() {
    return committed < journal.nextSequence() - 1;
  }

  private void write() throws IOException {
    requireUsable();
    try {
      raiseMarks();
      if (hasRecords()) {
        journal.commit(forceNext);
        forceNext = false;
        committed = journal.nextSequence() - 1;
      }
    } catch (IOException | RuntimeException e) {
      fail(e);
      throw e;
    }
  }

  private void raiseMarks() throws IOException {
    boolean raised = false;
    for (SessionRecord session : used) {
      if (session.nextSender() > session.mark()) {
        int block = session.isPassing() ? SenderMarks.PASSING_BLOCK : SenderMarks.BLOCK;
        session.mark(session.nextSender() + block);
        marks.raise(session.name(), session.epoch(), session.mark());
        raised = true;
      }
    }
    used.clear();
    if (raised) {
      marks.commit();
    }
  }

  /** Says whom to tell, once, of a failure. */
  void onFailure(Consumer<Throwable> listener) {
    onFailure = listener;
  }

  void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
      onFailure.accept(cause);
    }
  }

  boolean hasFailed() {
    return failure != null;
  }

  /**
   * Makes sure that the log can be added to.
   *
   * @throws IOException where it has failed
   */
  void requireUsable() throws IOException {
    if (failure != null) {
      throw new IOException("the FIX message log has failed before", failure);
    }
  }
}
