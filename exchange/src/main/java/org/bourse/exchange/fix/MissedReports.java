package org.bourse.exchange.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quickfix.SessionID;
import quickfix.UtcTimestampPrecision;

/**
 * What a start owes to clients: reports of events that the journal tells but the message log does
 * not. They are put into the log under the next numbers, and each client asks for them once it is
 * back. Where the log may have lost what clients have seen, they say PossResend=Y.
 */
final class MissedReports implements ReportRouter.Outlet {
  private static final int BATCH = 1024;

  private final MessageLog log;
  private final Map<String, CompIds> configured = new HashMap<>();
  private final Map<String, SessionRecord> records = new HashMap<>();
  private final Set<String> begunNow = new HashSet<>();
  private final FixFrame frame = new FixFrame();
  private long added;

  /**
   * For sessions that are configured; those of others are kept until they are again.
   *
   * @throws IOException where the log can't be written
   */
  MissedReports(MessageLog log, Iterable<SessionID> sessions) throws IOException {
    this.log = log;
    for (SessionID id : sessions) {
      configured.put(id.toString(), CompIds.of(id));
      record(id.toString());
    }
  }

  /** How many reports were missing. */
  long added() {
    return added;
  }

  @Override
  public boolean wants(String session, long eventSeq) {
    try {
      return eventSeq > record(session).lastEventSeq();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SessionRecord record(String session) throws IOException {
    SessionRecord known = records.get(session);
    if (known == null) {
      if (!log.knows(session)) {
        begunNow.add(session);
      }
      known = log.session(session);
      records.put(session, known);
    }
    return known;
  }

  @Override
  public void send(
      String session, long eventSeq, int refusedSeqNum, String msgType, FixWriter body) {
    try {
      SessionRecord record = record(session);
      boolean uncertain = log.isEndUncertain() || begunNow.contains(session);
      @Nullable CompIds compIds = configured.get(session);
      boolean mustWait = record.isOwed() || (record.isAtStart() && !begunNow.contains(session));
      if (compIds == null || mustWait) {
        String kept = new KeptReport(msgType, uncertain, body.toString()).text();
        log.keep(record, eventSeq, uncertain, kept);
      } else {
        number(record, compIds, eventSeq, uncertain, msgType, body);
      }
      if (++added % BATCH == 0) {
        log.commit();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void number(
      SessionRecord record,
      CompIds compIds,
      long eventSeq,
      boolean uncertain,
      String msgType,
      FixWriter body)
      throws IOException {
    int msgSeqNum = record.nextSender();
    String now = SendingTimes.text(LocalDateTime.now(ZoneOffset.UTC), UtcTimestampPrecision.MILLIS);
    String message = frame.frame(msgType, msgSeqNum, compIds, now, 0, uncertain, body).toString();
    log.add(record, msgSeqNum, eventSeq, 0, message);
  }
}
