package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.JournalReader;

/**
 * Shortens the message log: what is still needed of its oldest segment is copied to its end, then
 * the segment is removed. All is durable in its new place before it goes from the old one, so a
 * crash at any moment leaves a log that says the same. On one thread, beside those that write.
 */
final class LogCompaction {
  private static final int BATCH = 64;
  private static final int FEWEST_SEGMENTS = 3;

  private final MessageLog log;
  private final Journal journal;
  private final LogWriter writer;
  private final LoggedSessions sessions;
  private final StoredMessages messages;
  private final MessageLogSettings settings;

  /**
   * A compaction.
   *
   * @param log whose monitor guards writer and sessions
   * @param messages through which others read the log's files
   */
  LogCompaction(
      MessageLog log,
      Journal journal,
      LogWriter writer,
      LoggedSessions sessions,
      StoredMessages messages,
      MessageLogSettings settings) {
    this.log = log;
    this.journal = journal;
    this.writer = writer;
    this.sessions = sessions;
    this.messages = messages;
    this.settings = settings;
  }

  /**
   * A message that must be kept.
   *
   * @param msgSeqNum its number, 0 where it has none yet
   */
  private record Needed(SessionRecord session, int epoch, int msgSeqNum, long eventSeq) {}

  /**
   * Removes old segments as long as more than half of the log would be gone after the last of them,
   * with what is written for each that goes counted as needed: so it comes to an end.
   */
  boolean run() throws IOException {
    boolean removed = false;
    while (isWorthIt()) {
      removeOldest();
      removed = true;
    }
    return removed;
  }

  private boolean isWorthIt() throws IOException {
    int segments = journal.segmentStarts().size();
    if (segments < FEWEST_SEGMENTS) {
      return false;
    }
    synchronized (log) {
      long passing = sessions.all().stream().filter(SessionRecord::isPassing).count();
      long needed = segments * (sessions.all().size() + passing + 1);
      for (SessionRecord session : sessions.all()) {
        int from = session.keptFrom(settings.retained());
        session.messages().dropBelow(from);
        needed += session.messages().size();
        needed += session.undelivered().size();
      }
      return 2 * needed < journal.nextSequence() - journal.firstSequence();
    }
  }

  private void removeOldest() throws IOException {
    long boundary = journal.segmentStarts().get(1);
    Map<Long, Needed> needed = neededBelow(boundary);
    if (!needed.isEmpty()) {
      copy(needed, boundary - 1);
    }
    synchronized (log) {
      for (SessionRecord session : sessions.all()) {
        writer.write(LogRecord.SUMMARY, session, 0, 0, 0, SessionSummary.of(session).text());
        if (session.isPassing()) {
          writer.write(LogRecord.PASSING, session, session.nextSender(), 0, 0, "");
        }
      }
      writer.write(LogRecord.CURSOR, null, 0, 0, sessions.cursor(), "");
    }
    log.settle(0);
    messages.removeBelow(boundary);
  }

  private Map<Long, Needed> neededBelow(long boundary) {
    Map<Long, Needed> needed = new HashMap<>();
    synchronized (log) {
      for (SessionRecord session : sessions.all()) {
        SentMessages sent = session.messages();
        for (int i = 0; i < sent.size(); i++) {
          long position = sent.positionAt(i);
          if (position < boundary) {
            needed.put(
                position,
                new Needed(session, session.epoch(), sent.numberAt(i), sent.eventSeqAt(i)));
          }
        }
        session
            .undelivered()
            .all()
            .forEach(
                (eventSeq, owed) -> {
                  if (owed.position() < boundary) {
                    needed.put(owed.position(), new Needed(session, 0, 0, eventSeq));
                  }
                });
      }
    }
    return needed;
  }

  private void copy(Map<Long, Needed> needed, long last) throws IOException {
    Copier copier = new Copier(needed);
    try (JournalReader reader = journal.read(journal.firstSequence())) {
      reader.read(copier::onRecord, last);
    }
    copier.flush();
  }

  /** Copies in batches, so that nobody who adds a message waits long. */
  private final class Copier {
    private final Map<Long, Needed> needed;
    private final List<Runnable> batch = new ArrayList<>();

    Copier(Map<Long, Needed> needed) {
      this.needed = needed;
    }

    void onRecord(long position, long time, DirectBuffer record, int offset, int length) {
      Needed message = needed.get(position);
      if (message != null) {
        String text = LogRecord.text(record, offset, length);
        batch.add(() -> copyIfStillThere(message, position, text));
        if (batch.size() == BATCH) {
          flush();
        }
      }
    }

    void flush() {
      synchronized (log) {
        batch.forEach(Runnable::run);
      }
      batch.clear();
    }
  }

  private void copyIfStillThere(Needed message, long position, String text) {
    SessionRecord session = message.session();
    long eventSeq = message.eventSeq();
    if (message.msgSeqNum() > 0) {
      if (session.epoch() == message.epoch()
          && session.messages().position(message.msgSeqNum()) == position) {
        long copy = writer.write(LogRecord.COPY, session, message.msgSeqNum(), 0, eventSeq, text);
        session.messages().put(message.msgSeqNum(), copy, eventSeq);
      }
      return;
    }
    Undelivered.Owed owed = session.undelivered().get(eventSeq);
    if (owed != null && owed.position() == position) {
      int uncertain = owed.uncertain() ? 1 : 0;
      long copy = writer.write(LogRecord.KEPT, session, uncertain, 0, eventSeq, text);
      session.kept(copy, eventSeq, owed.uncertain());
    }
  }
}
