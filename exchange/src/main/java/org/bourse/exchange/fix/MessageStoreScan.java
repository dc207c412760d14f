package org.bourse.exchange.fix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.journal.JournalScan;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.sequencer.Recovery;

/**
 * The message store of a data folder as it was found, read and left as it is, also while an
 * exchange writes it. One thread.
 */
public final class MessageStoreScan implements Recovery.RefusedRequests {
  private final JournalScan log;
  private final JournalScan marks;
  private final LoggedSessions known;
  private final List<StoredSession> sessions;

  private MessageStoreScan(JournalScan log, LoggedSessions known, SenderMarks.Scanned marks) {
    this.log = log;
    this.marks = marks.log();
    this.known = known;
    sessions =
        known.all().stream().map(s -> StoredSession.of(s, marks.of(s.name(), s.epoch()))).toList();
  }

  /**
   * Reads a store.
   *
   * @param folder if it is missing, nothing is in it
   * @throws IOException where it is damaged, or a file can't be read
   */
  public static MessageStoreScan of(Path folder, Storage storage) throws IOException {
    JournalScan log = JournalScan.of(folder, storage);
    try {
      LoggedSessions known = new LoggedSessions();
      log.readAll(known);
      known.complete();
      return new MessageStoreScan(log, known, SenderMarks.scan(folder.resolve("marks"), storage));
    } catch (IllegalStateException | NumberFormatException e) {
      throw new IOException(folder + ": " + e.getMessage() + "; restore the folder", e);
    }
  }

  /** The log's files. */
  public JournalScan log() {
    return log;
  }

  /** The files of the senders' marks. */
  public JournalScan marks() {
    return marks;
  }

  /** The sessions that it knows. */
  public List<StoredSession> sessions() {
    return sessions;
  }

  /** Every event up to this one has been handled, as far as the log tells. */
  public long cursor() {
    return known.cursor();
  }

  @Override
  public boolean any() {
    return known.anyHalted();
  }

  @Override
  public boolean contains(String session, int epoch, int msgSeqNum) {
    return known.isHalted(session, epoch, msgSeqNum);
  }
}
