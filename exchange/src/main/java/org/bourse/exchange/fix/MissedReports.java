package org.bourse.exchange.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import quickfix.UtcTimestampPrecision;

/**
 * What a start owes to clients: reports of events that the journal tells but the message log does
 * not. They are put into the log under the next numbers, and each client asks for them once it is
 * back.
 */
final class MissedReports implements ReportRouter.Outlet {
  private static final int BATCH = 1024;

  private final MessageLog log;
  private final Map<String, Owed> sessions;
  private final FixFrame frame = new FixFrame();
  private long added;

  /**
   * A session that may have missed something.
   *
   * @param record what it was sent
   * @param compIds its names
   */
  record Owed(SessionRecord record, CompIds compIds) {}

  MissedReports(MessageLog log, Map<String, Owed> sessions) {
    this.log = log;
    this.sessions = sessions;
  }

  /** How many reports were missing. */
  long added() {
    return added;
  }

  @Override
  public boolean wants(String session, long eventSeq) {
    Owed owed = sessions.get(session);
    return owed != null && eventSeq > owed.record().lastEventSeq();
  }

  @Override
  public void send(
      String session, long eventSeq, int refusedSeqNum, String msgType, FixWriter body) {
    Owed owed = sessions.get(session);
    if (owed != null) {
      int msgSeqNum = owed.record().nextSender();
      String now =
          SendingTimes.text(LocalDateTime.now(ZoneOffset.UTC), UtcTimestampPrecision.MILLIS);
      String message = frame.frame(msgType, msgSeqNum, owed.compIds(), now, 0, body).toString();
      try {
        log.add(owed.record(), msgSeqNum, eventSeq, 0, message);
        if (++added % BATCH == 0) {
          log.commit();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
