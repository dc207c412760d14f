package org.bourse.exchange.fix;

import java.util.concurrent.TimeUnit;
import org.agrona.ExpandableArrayBuffer;
import org.bourse.exchange.journal.Journal;
import org.jspecify.annotations.Nullable;

/** Appends records to the message log. Guarded by it. */
final class LogWriter {
  private final Journal journal;
  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);

  LogWriter(Journal journal) {
    this.journal = journal;
  }

  /**
   * Appends a record to the log's batch, and returns its place.
   *
   * @param session null where the record is of none
   */
  long write(
      byte kind,
      @Nullable SessionRecord session,
      int msgSeqNum,
      int otherSeqNum,
      long eventSeq,
      String text) {
    int number = session == null ? 0 : session.number();
    int length = LogRecord.write(buffer, kind, number, msgSeqNum, otherSeqNum, eventSeq, text);
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    return journal.append(now, buffer, 0, length);
  }
}
