package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.JournalReader;
import org.bourse.exchange.journal.RecordHandler;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.TornTail;
import org.jspecify.annotations.Nullable;

/**
 * What was sent on all FIX sessions: one append-only log of their messages, in the order in which
 * they were numbered, each with the event that it tells. From it come each session's next sender
 * number, the last event that its client has been told, and the messages that a client asks for
 * again.
 *
 * <p>Safe for use by several threads.
 */
final class MessageLog implements AutoCloseable {
  private static final byte SESSION = 1; // gives the name behind a number
  private static final byte MESSAGE = 2;
  private static final byte EPOCH = 3; // sequence numbers begin again at 1
  private static final byte NEXT_SENDER = 4; // the next number was set without a message
  private static final byte EPOCH_FOUND = 5; // the journal was in a later one; numbers go on
  private static final int KIND = 0;
  private static final int SESSION_NUMBER = 4;
  private static final int MSG_SEQ_NUM = 8;
  private static final int REFUSED_SEQ_NUM = 12;
  private static final int EVENT_SEQ = 16;
  private static final int TEXT = 24;

  private final Journal journal;
  private final Map<String, SessionRecord> byName = new HashMap<>();
  private final Map<Integer, SessionRecord> byNumber = new TreeMap<>();
  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
  private Consumer<Throwable> onFailure = failed -> {};
  private @Nullable Throwable failure;
  private boolean forceNext;
  private long committed;

  private MessageLog(Journal journal) {
    this.journal = journal;
  }

  /**
   * Opens the log in a folder, or creates it.
   *
   * @throws IOException where the folder can't be used, or holds what no crash explains
   */
  static MessageLog open(Path folder, long segmentBytes, Storage storage) throws IOException {
    MessageLog log = new MessageLog(Journal.open(folder, segmentBytes, storage));
    long last = log.journal.nextSequence() - 1;
    try (JournalReader reader = log.journal.read(1)) {
      reader.read(log::recover, last);
    } catch (IllegalStateException e) {
      log.journal.close();
      throw new IOException(folder + ": " + e.getMessage() + "; restore the folder", e);
    }
    log.committed = last;
    return log;
  }

  /** What the open cut from the end of the log; null if it was whole. */
  @Nullable TornTail tornTail() {
    return journal.tornTail();
  }

  /** Why the next file of the log can't be had, null where it can. Any thread. */
  @Nullable IOException roomFailure() {
    return journal.preparationFailure();
  }

  /** The record of a session, begun where there is none. */
  synchronized SessionRecord session(String name) throws IOException {
    SessionRecord known = byName.get(name);
    if (known != null) {
      return known;
    }
    SessionRecord session = add(byNumber.size() + 1, name, System.currentTimeMillis());
    write(SESSION, session, 0, 0, 0, name);
    commit();
    return session;
  }

  /**
   * Adds a sent message under the session's next number, which it moves on.
   *
   * @param eventSeq the event that it tells, 0: none
   * @param refusedSeqNum of an answer of a halted sequencer: the MsgSeqNum of the request that it
   *     refuses, else 0
   * @throws IOException where the log has failed, or the number is not the session's next: it was
   *     taken before another thread reset the numbers
   */
  synchronized void add(
      SessionRecord session, int msgSeqNum, long eventSeq, int refusedSeqNum, String message)
      throws IOException {
    requireUsable();
    if (msgSeqNum != session.nextSender()) {
      throw new IOException(
          session.name() + ": numbers were reset to " + session.nextSender() + " meanwhile");
    }
    long position = write(MESSAGE, session, msgSeqNum, eventSeq, refusedSeqNum, message);
    session.sent(msgSeqNum, position, eventSeq, refusedSeqNum);
    forceNext |= refusedSeqNum > 0;
  }

  /** Begins a new numbering. */
  synchronized void newEpoch(SessionRecord session, int epoch) throws IOException {
    write(EPOCH, session, epoch, 0, 0, "");
    session.beginEpoch(epoch, System.currentTimeMillis());
    commit();
  }

  /**
   * Takes over a numbering that the journal knows and this log has lost. What was put in for the
   * client stays, and numbers go on: one that is too high is asked about, one that is too low ends
   * the session.
   */
  synchronized void epochFound(SessionRecord session, int epoch) throws IOException {
    write(EPOCH_FOUND, session, epoch, 0, 0, "");
    session.goOnInEpoch(epoch);
    commit();
  }

  /** Sets a session's next sender number. */
  synchronized void nextSender(SessionRecord session, int msgSeqNum) throws IOException {
    write(NEXT_SENDER, session, msgSeqNum, 0, 0, "");
    session.nextSender(msgSeqNum);
    commit();
  }

  /** Says whom to tell, once, that the log can't be written. */
  synchronized void onFailure(Consumer<Throwable> listener) {
    onFailure = listener;
  }

  /**
   * Makes sure that the log can be added to.
   *
   * @throws IOException where it has failed
   */
  synchronized void requireUsable() throws IOException {
    if (failure != null) {
      throw new IOException("the FIX message log has failed before", failure);
    }
  }

  /**
   * Lets what was added outlive this process. Answers of a halted sequencer are forced: the
   * requests that they refuse may be in the journal, and must not come back to life after a loss of
   * power.
   *
   * @throws IOException where the log can't be written; it is of no use from then on
   */
  synchronized void commit() throws IOException {
    if (committed < journal.nextSequence() - 1) {
      requireUsable();
      try {
        journal.commit(forceNext);
      } catch (IOException | RuntimeException e) {
        failure = e;
        onFailure.accept(e);
        throw e;
      }
      forceNext = false;
      committed = journal.nextSequence() - 1;
    }
  }

  /**
   * Adds the messages that a session sent under the numbers from one to another, where they are
   * still there.
   */
  void messages(SessionRecord session, int first, int last, Collection<String> to)
      throws IOException {
    long[] positions;
    synchronized (this) {
      commit();
      positions = session.positions(first, last);
    }
    if (positions.length > 0) {
      try (JournalReader reader = journal.read(positions[0])) {
        reader.read(new Collector(positions, to), positions[positions.length - 1]);
      }
    }
  }

  /** Takes the records at certain positions, in rising order, out of all that are read. */
  private static final class Collector implements RecordHandler {
    private final long[] positions;
    private final Collection<String> to;
    private int next;

    Collector(long[] positions, Collection<String> to) {
      this.positions = positions;
      this.to = to;
    }

    @Override
    public void onRecord(long position, long time, DirectBuffer record, int offset, int length) {
      if (next < positions.length && position == positions[next]) {
        to.add(text(record, offset, length));
        next++;
      }
    }
  }

  /** Whether any request was refused because the journal could not be written. */
  synchronized boolean hasHaltedRequests() {
    return byNumber.values().stream().anyMatch(SessionRecord::hasHaltedRequests);
  }

  /** Whether a request was refused because the journal could not be written. */
  synchronized boolean isHaltedRequest(String name, int epoch, int msgSeqNum) {
    SessionRecord session = byName.get(name);
    return session != null && session.isHaltedRequest(epoch, msgSeqNum);
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
  }

  private void recover(long position, long time, DirectBuffer record, int offset, int length) {
    byte kind = record.getByte(offset + KIND);
    int number = record.getInt(offset + SESSION_NUMBER);
    int msgSeqNum = record.getInt(offset + MSG_SEQ_NUM);
    long millis = TimeUnit.NANOSECONDS.toMillis(time);
    if (kind == SESSION) {
      add(number, text(record, offset, length), millis);
      return;
    }
    SessionRecord session = byNumber.get(number);
    if (session == null) {
      throw new IllegalStateException(
          "message log: record " + position + " is of session " + number + ", which has no name");
    }
    switch (kind) {
      case MESSAGE ->
          session.sent(
              msgSeqNum,
              position,
              record.getLong(offset + EVENT_SEQ),
              record.getInt(offset + REFUSED_SEQ_NUM));
      case EPOCH -> session.beginEpoch(msgSeqNum, millis);
      case EPOCH_FOUND -> session.goOnInEpoch(msgSeqNum);
      case NEXT_SENDER -> session.nextSender(msgSeqNum);
      default ->
          throw new IllegalStateException(
              "message log: record " + position + " is of unknown kind " + kind);
    }
  }

  private SessionRecord add(int number, String name, long millis) {
    SessionRecord session = new SessionRecord(number, name, millis);
    byName.put(name, session);
    byNumber.put(number, session);
    return session;
  }

  private long write(
      byte kind,
      SessionRecord session,
      int msgSeqNum,
      long eventSeq,
      int refusedSeqNum,
      String text) {
    buffer.putInt(KIND, kind);
    buffer.putInt(SESSION_NUMBER, session.number());
    buffer.putInt(MSG_SEQ_NUM, msgSeqNum);
    buffer.putInt(REFUSED_SEQ_NUM, refusedSeqNum);
    buffer.putLong(EVENT_SEQ, eventSeq);
    byte[] bytes = text.getBytes(ISO_8859_1);
    buffer.putBytes(TEXT, bytes);
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    return journal.append(now, buffer, 0, TEXT + bytes.length);
  }

  private static String text(DirectBuffer record, int offset, int length) {
    byte[] bytes = new byte[length - TEXT];
    record.getBytes(offset + TEXT, bytes);
    return new String(bytes, ISO_8859_1);
  }
}
