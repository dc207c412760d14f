package org.bourse.exchange.fix;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.bourse.exchange.journal.RecordHandler;
import org.jspecify.annotations.Nullable;

/**
 * All sessions that the message log knows, built from its records. Older records may be gone: a
 * summary further on then says what they said.
 */
final class LoggedSessions implements RecordHandler {
  private final Map<String, SessionRecord> byName = new HashMap<>();
  private final Map<Integer, SessionRecord> byNumber = new TreeMap<>();
  private long cursor;

  @Nullable SessionRecord find(String name) {
    return byName.get(name);
  }

  /** Adds a session under the next number. */
  SessionRecord add(String name, long millis) {
    SessionRecord session = numbered(byNumber.size() + 1);
    session.name(name, millis);
    byName.put(name, session);
    return session;
  }

  Collection<SessionRecord> all() {
    return byNumber.values();
  }

  /** Whether any request was refused because the journal could not be written. */
  boolean anyHalted() {
    return all().stream().anyMatch(session -> !session.halted().isEmpty());
  }

  /** Whether a request was refused because the journal could not be written. */
  boolean isHalted(String name, int epoch, int msgSeqNum) {
    SessionRecord session = find(name);
    return session != null && session.halted().contains(epoch, msgSeqNum);
  }

  /** Every event up to this one has been handled. */
  long cursor() {
    return cursor;
  }

  void cursor(long eventSeq) {
    cursor = Math.max(cursor, eventSeq);
  }

  /**
   * Takes a record of the log.
   *
   * @throws IllegalStateException where it is of no known kind
   */
  @Override
  public void onRecord(long position, long time, DirectBuffer record, int offset, int length) {
    byte kind = LogRecord.kind(record, offset);
    long eventSeq = LogRecord.eventSeq(record, offset);
    if (kind == LogRecord.CURSOR) {
      cursor(eventSeq);
      return;
    }
    SessionRecord session = numbered(LogRecord.session(record, offset));
    int msgSeqNum = LogRecord.msgSeqNum(record, offset);
    int other = LogRecord.otherSeqNum(record, offset);
    long millis = TimeUnit.NANOSECONDS.toMillis(time);
    switch (kind) {
      case LogRecord.SESSION -> {
        session.name(LogRecord.text(record, offset, length), millis);
        byName.put(session.name(), session);
      }
      case LogRecord.MESSAGE -> session.sent(msgSeqNum, position, eventSeq, other);
      case LogRecord.COPY -> session.messages().put(msgSeqNum, position, eventSeq);
      case LogRecord.KEPT -> session.kept(position, eventSeq, msgSeqNum == 1);
      case LogRecord.EPOCH -> session.beginEpoch(msgSeqNum, millis);
      case LogRecord.EPOCH_FOUND -> session.goOnInEpoch(msgSeqNum);
      case LogRecord.PASSING -> session.passingFrom(msgSeqNum);
      case LogRecord.NEXT_SENDER -> session.nextSender(msgSeqNum);
      case LogRecord.DELIVERED -> session.delivered(msgSeqNum, other);
      case LogRecord.SUMMARY -> {
        session.summed(SessionSummary.parse(LogRecord.text(record, offset, length)));
        byName.put(session.name(), session);
      }
      default ->
          throw new IllegalStateException("record " + position + " is of unknown kind " + kind);
    }
    cursor(eventSeq);
  }

  /**
   * Settles what only the whole log can tell.
   *
   * @throws IllegalStateException where a session has no name
   */
  void complete() {
    for (SessionRecord session : all()) {
      if (!session.isNamed()) {
        throw new IllegalStateException(session.name() + " has no name");
      }
      session.recovered();
    }
  }

  private SessionRecord numbered(int number) {
    return byNumber.computeIfAbsent(number, SessionRecord::new);
  }
}
