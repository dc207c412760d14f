package org.bourse.exchange.fix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.bourse.exchange.journal.Journal;
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
  private final Journal journal;
  private final SenderMarks marks;
  private final MessageLogSettings settings;
  private final LoggedSessions sessions = new LoggedSessions();
  private final StoredMessages messages;
  private final LogWriter writer;
  private final LogCommits commits;
  private final SenderNumbers numbers;
  private final LogCompaction compaction;
  private boolean endUncertain;

  private MessageLog(Journal journal, SenderMarks marks, MessageLogSettings settings) {
    this.journal = journal;
    this.marks = marks;
    this.settings = settings;
    writer = new LogWriter(journal);
    commits = new LogCommits(journal, marks);
    numbers = new SenderNumbers(writer, commits, marks);
    messages = new StoredMessages(this, journal);
    compaction = new LogCompaction(this, journal, writer, sessions, messages, settings);
  }

  /**
   * Opens the log in a folder, or creates it. Where its last file is so full that one may have
   * followed which is missing, each session goes on at its mark, too.
   *
   * @param powerLost whether the end of the log may be missing: each session then goes on at its
   *     mark
   * @throws IOException where the folder can't be used, or holds what no crash explains
   */
  static MessageLog open(
      Path folder, MessageLogSettings settings, boolean powerLost, Storage storage)
      throws IOException {
    Journal journal =
        Journal.open(folder, settings.segmentBytes(), storage, settings.logIdentity());
    try {
      SenderMarks marks = SenderMarks.open(folder.resolve("marks"), settings, storage);
      try {
        MessageLog log = new MessageLog(journal, marks, settings);
        log.recover(new LogRecovery(folder, journal, marks, settings.force(), powerLost));
        return log;
      } catch (IOException | RuntimeException e) {
        marks.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  private synchronized void recover(LogRecovery recovery) throws IOException {
    recovery.run(sessions);
    endUncertain = recovery.isEndUncertain();
    numbers.recover(sessions.all(), endUncertain);
  }

  /** Sequence of the next record. */
  synchronized long nextRecord() {
    return journal.nextSequence();
  }

  /** What the open cut from the end of the log; null if it was whole. */
  @Nullable TornTail tornTail() {
    return journal.tornTail();
  }

  /**
   * Whether messages may have left that this log does not hold: then a report that it lacks may be
   * known to its client.
   */
  boolean isEndUncertain() {
    return endUncertain;
  }

  /** Why the next file of the log can't be had, null where it can. Any thread. */
  @Nullable IOException roomFailure() {
    return journal.preparationFailure();
  }

  /** The record of a session, begun where there is none. */
  synchronized SessionRecord session(String name) throws IOException {
    SessionRecord known = sessions.find(name);
    if (known != null) {
      return known;
    }
    requireUsable();
    SessionRecord session = sessions.add(name, System.currentTimeMillis());
    writer.write(LogRecord.SESSION, session, 0, 0, 0, name);
    if (settings.force()) {
      commits.forceNext();
    }
    commit();
    numbers.goOnAtMark(session);
    return session;
  }

  /** Whether the log knows a session. */
  synchronized boolean knows(String name) {
    return sessions.find(name) != null;
  }

  /** All sessions that the log knows. */
  synchronized List<SessionRecord> sessions() {
    return List.copyOf(sessions.all());
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
    SenderNumbers.requireNext(session, msgSeqNum);
    long position =
        writer.write(LogRecord.MESSAGE, session, msgSeqNum, refusedSeqNum, eventSeq, message);
    session.sent(msgSeqNum, position, eventSeq, refusedSeqNum);
    commits.used(session);
    if (refusedSeqNum > 0) {
      commits.forceNext();
    }
  }

  /**
   * Uses a session's next number for a message that is not kept: where a client asks for it again,
   * there is a gap. Whoever calls this must {@link #commit} before the message leaves, as after
   * {@link #add}: how far the numbers may have got is durable then, so that no start uses one of
   * them again. After any end but an orderly one the session goes on at its mark.
   *
   * @throws IOException as {@link #add}
   */
  synchronized void pass(SessionRecord session, int msgSeqNum) throws IOException {
    requireUsable();
    numbers.pass(session, msgSeqNum);
  }

  /**
   * Keeps a report that gets its number later.
   *
   * @param uncertain whether the client may have it already
   * @param text as {@link KeptReport} makes it
   */
  synchronized void keep(SessionRecord session, long eventSeq, boolean uncertain, String text)
      throws IOException {
    requireUsable();
    long position = writer.write(LogRecord.KEPT, session, uncertain ? 1 : 0, 0, eventSeq, text);
    session.kept(position, eventSeq, uncertain);
  }

  /** Begins a new numbering. What the client may not have got is kept for it. */
  void newEpoch(SessionRecord session, int epoch) throws IOException {
    messages.keepingFiles(() -> beginEpoch(session, epoch));
  }

  private synchronized void beginEpoch(SessionRecord session, int epoch) throws IOException {
    requireUsable();
    commit();
    List<Integer> open = session.notDelivered();
    List<String> texts = messages.texts(session, open);
    for (int i = 0; i < texts.size(); i++) {
      int msgSeqNum = open.get(i);
      boolean uncertain = msgSeqNum <= session.written();
      long eventSeq = session.messages().eventSeq(msgSeqNum);
      keep(session, eventSeq, uncertain, KeptReport.ofMessage(texts.get(i)));
    }
    writer.write(LogRecord.EPOCH, session, epoch, 0, 0, "");
    session.beginEpoch(epoch, System.currentTimeMillis());
    if (settings.force()) {
      commits.forceNext();
    }
    commit();
  }

  /**
   * Takes over a numbering that the journal knows and this log has lost. What was put in for the
   * client stays, and numbers go on: one that is too high is asked about, one that is too low ends
   * the session.
   */
  synchronized void epochFound(SessionRecord session, int epoch) throws IOException {
    requireUsable();
    numbers.epochFound(session, epoch);
  }

  /** Sets a session's next sender number. */
  synchronized void nextSender(SessionRecord session, int msgSeqNum) throws IOException {
    requireUsable();
    numbers.set(session, msgSeqNum);
  }

  /**
   * Says what a client has got.
   *
   * @param upTo it has the messages up to this number, for sure
   * @param written it was written those up to this one, {@link SessionRecord#ALL} while connected
   */
  synchronized void delivered(SessionRecord session, int upTo, int written) throws IOException {
    requireUsable();
    if (session.delivered() != upTo || session.written() != written) {
      writer.write(LogRecord.DELIVERED, session, upTo, written, 0, "");
      session.delivered(upTo, written);
    }
  }

  /** Whether reports have numbers of which it is not known that the client has got them. */
  synchronized boolean hasNotDelivered(SessionRecord session) {
    return !session.notDelivered().isEmpty();
  }

  /** Whether messages are kept that were sent under numbers above one. */
  synchronized boolean keepsAfter(SessionRecord session, int msgSeqNum) {
    return session.messages().sizeUpTo(msgSeqNum) < session.messages().size();
  }

  /** Says whom to tell, once, that the log can't be written. */
  synchronized void onFailure(Consumer<Throwable> listener) {
    commits.onFailure(listener);
  }

  /** Has the log take nothing more, as if it could not be written itself. */
  synchronized void fail(Throwable cause) {
    commits.fail(cause);
  }

  /**
   * Makes sure that the log can be added to.
   *
   * @throws IOException where it has failed
   */
  synchronized void requireUsable() throws IOException {
    commits.requireUsable();
  }

  /**
   * Lets what was added outlive this process. Answers of a halted sequencer are forced: the
   * requests that they refuse may be in the journal, and must not come back to life after a loss of
   * power.
   *
   * @throws IOException where the log can't be written; it is of no use from then on
   */
  synchronized void commit() throws IOException {
    commits.commit();
  }

  /** Every event up to this one has been handled, as far as the log tells. */
  synchronized long cursor() {
    return sessions.cursor();
  }

  /**
   * Notes that every event up to one has been handled, and makes all that the log holds durable.
   *
   * @throws IOException where the log can't be written
   */
  void settle(long eventSeq) throws IOException {
    journal.forceUpTo(handled(eventSeq)); // beside those who add, who need not wait for the disk
  }

  /** Notes it, and returns the last record of the log, which has been committed. */
  private synchronized long handled(long eventSeq) throws IOException {
    if (eventSeq > sessions.cursor()) {
      sessions.cursor(eventSeq);
      writer.write(LogRecord.CURSOR, null, 0, 0, eventSeq, "");
    }
    commit();
    return journal.nextSequence() - 1;
  }

  /**
   * Makes the log shorter where it holds much that nobody can ask for any more. On a thread of its
   * own, while others add.
   *
   * @return whether anything was removed
   * @throws IOException where a file can't be read, written or removed
   */
  boolean compact() throws IOException {
    return compaction.run();
  }

  /**
   * Adds the messages that a session sent under the numbers from one to another, where they are
   * still there.
   */
  void messages(SessionRecord session, int first, int last, Collection<String> to)
      throws IOException {
    to.addAll(messages.between(session, first, last));
  }

  /** The first reports that have no number yet, by event. */
  SortedMap<Long, KeptReport> owed(SessionRecord session, int most) throws IOException {
    return messages.owed(session, most);
  }

  /** Whether any request was refused because the journal could not be written. */
  synchronized boolean hasHaltedRequests() {
    return sessions.anyHalted();
  }

  /** Whether a request was refused because the journal could not be written. */
  synchronized boolean isHaltedRequest(String name, int epoch, int msgSeqNum) {
    return sessions.isHalted(name, epoch, msgSeqNum);
  }

  /** Settles the numbers of sessions that pass, unless the log has failed, and closes the files. */
  @Override
  public synchronized void close() throws IOException {
    try (marks;
        journal) {
      if (!commits.hasFailed()) {
        numbers.settleAll(sessions.all());
      }
    }
  }
}
