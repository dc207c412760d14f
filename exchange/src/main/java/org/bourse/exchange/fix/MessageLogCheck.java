package org.bourse.exchange.fix;

import java.util.Collection;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.bourse.exchange.journal.Findings;
import org.bourse.exchange.journal.JournalScan;
import org.bourse.exchange.journal.RecordHandler;

/** Checks the records of the message log, one by one. */
final class MessageLogCheck implements RecordHandler {
  private static final int SHORTEST = 24;

  private final JournalScan log;
  private final Findings findings;
  private final TreeMap<Integer, SessionCheck> sessions = new TreeMap<>();
  private long cursor;

  MessageLogCheck(JournalScan log, Findings findings) {
    this.log = log;
    this.findings = findings;
  }

  Collection<SessionCheck> sessions() {
    return sessions.values();
  }

  /** Every event up to this one was handled, as far as the log says so itself. */
  long cursor() {
    return cursor;
  }

  @Override
  public void onRecord(long position, long time, DirectBuffer record, int offset, int length) {
    if (length < SHORTEST) {
      fault(position, "it has " + length + " bytes only");
      return;
    }
    try {
      check(position, record, offset, length);
    } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
      fault(position, String.valueOf(e.getMessage()));
    }
  }

  private void check(long position, DirectBuffer record, int offset, int length) {
    byte kind = LogRecord.kind(record, offset);
    long eventSeq = LogRecord.eventSeq(record, offset);
    if (kind == LogRecord.CURSOR) {
      cursor = Math.max(cursor, eventSeq);
      return;
    }
    int msgSeqNum = LogRecord.msgSeqNum(record, offset);
    String text = LogRecord.text(record, offset, length);
    SessionCheck session =
        sessions.computeIfAbsent(
            LogRecord.session(record, offset), n -> new SessionCheck(n, log, findings));
    switch (kind) {
      case LogRecord.SESSION -> session.named(text);
      case LogRecord.MESSAGE -> session.message(position, msgSeqNum, eventSeq, text);
      case LogRecord.COPY -> session.copy(position, msgSeqNum, eventSeq, text);
      case LogRecord.KEPT -> session.kept(position, eventSeq, text);
      case LogRecord.EPOCH -> session.epoch(position, msgSeqNum, true);
      case LogRecord.EPOCH_FOUND -> session.epoch(position, msgSeqNum, false);
      case LogRecord.PASSING -> session.passingFrom(position, msgSeqNum);
      case LogRecord.NEXT_SENDER -> session.nextSender(position, msgSeqNum);
      case LogRecord.SUMMARY -> session.summary(position, text);
      case LogRecord.DELIVERED -> {}
      default -> fault(position, "it is of unknown kind " + kind);
    }
  }

  /** Checks what only the whole log can tell. */
  void complete() {
    for (SessionCheck session : sessions()) {
      if (!session.isNamed()) {
        findings.fault(log.fileOf(1), session.name() + " has no name; restore the folder");
      }
    }
  }

  private void fault(long position, String what) {
    findings.fault(log.fileOf(position), "record " + position + ": " + what + "; restore the file");
  }
}
