package org.bourse.exchange.fix;

import java.io.IOException;
import java.nio.file.Path;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.JournalReader;

/**
 * What the message log and the marks of its sessions tell when they are opened, and whether they
 * can be the ones that the last run has left.
 */
final class LogRecovery {
  private static final int LONGEST_USUAL_RECORD = 1024;

  private final Path folder;
  private final Journal journal;
  private final SenderMarks marks;
  private final boolean forced;
  private final boolean powerLost;

  /**
   * A recovery that has read nothing yet.
   *
   * @param forced whether the marks were forced
   * @param powerLost whether the end of what was not forced may be missing
   */
  LogRecovery(Path folder, Journal journal, SenderMarks marks, boolean forced, boolean powerLost) {
    this.folder = folder;
    this.journal = journal;
    this.marks = marks;
    this.forced = forced;
    this.powerLost = powerLost;
  }

  /**
   * Whether messages may have left that the log does not hold. So it is, too, where its last file
   * is so full that one may have followed which is missing.
   */
  boolean isEndUncertain() {
    return powerLost || journal.tornTail() != null || journal.roomAtOpen() < LONGEST_USUAL_RECORD;
  }

  /**
   * Reads the log, and gives each session its mark.
   *
   * @throws IOException where log and marks are not what any crash leaves
   */
  void run(LoggedSessions sessions) throws IOException {
    try (JournalReader reader = journal.read(journal.firstSequence())) {
      reader.read(sessions, journal.nextSequence() - 1);
      sessions.complete();
    } catch (IllegalStateException | NumberFormatException e) {
      throw new IOException(folder + ": " + e.getMessage() + "; restore the folder", e);
    }
    for (SessionRecord session : sessions.all()) {
      if (powerLost && forced) {
        requireMark(session);
      }
      session.mark(marks.of(session.name(), session.epoch()));
      if (!isEndUncertain()) {
        requireEnd(session);
      }
    }
  }

  /** After a loss of power, nothing but the mark says how far a session may have got. */
  private void requireMark(SessionRecord session) throws IOException {
    boolean hasSent = session.nextSender() > 1 || session.isPassing();
    if (hasSent && marks.last(session.name()) == null) {
      throw new IOException(
          folder.resolve("marks")
              + ": has no mark of "
              + session.name()
              + ", which was sent messages up to number "
              + (session.nextSender() - 1)
              + " or more; restore the folder, or remove the folder "
              + folder
              + " to begin all FIX sessions anew");
    }
  }

  private void requireEnd(SessionRecord session) throws IOException {
    boolean isAhead = session.mark() - session.nextSender() > SenderMarks.MOST_AHEAD;
    if (isAhead && !session.isPassing()) {
      throw new IOException(
          folder
              + ": its end is missing: "
              + session.name()
              + " was sent messages up to number "
              + (session.mark() - SenderMarks.BLOCK - 1)
              + " or more, the log ends at "
              + (session.nextSender() - 1)
              + "; restore the folder, or remove it to begin all FIX sessions anew");
    }
  }
}
