package org.bourse.exchange.fix;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import quickfix.FileStore;
import quickfix.MessageStore;

/**
 * A session's store that has QuickFIX/J's own files beside the message log: each message is in the
 * log before it is in them, and they are what is read. Where they fail, so does the log: what a
 * client may ask for must be in both. A message that the log does not keep is not in the files, and
 * its number reaches them a little later, since each write of a number is forced; a start sets it
 * from the log.
 */
final class FileBackedStore implements MessageStore, Closeable {
  private static final long BETWEEN_PASSED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int MOST_AT_ONCE = 1000;

  private final MessageLog log;
  private final FixSession session;
  private final SessionMessageStore store;
  private final FileStore files;
  private final FileStoreFiles names;
  private boolean isLastKept;
  private long numberedAt;

  /**
   * A store.
   *
   * @param names where the files are
   */
  FileBackedStore(MessageLog log, FixSession session, FileStore files, FileStoreFiles names) {
    this.log = log;
    this.names = names;
    this.session = session;
    store = session.store();
    this.files = files;
  }

  /** Writes to the files. */
  private interface Step {
    void run() throws IOException;
  }

  private synchronized void write(Step step) throws IOException {
    try {
      step.run();
    } catch (IOException | RuntimeException e) {
      log.fail(e);
      throw e;
    }
  }

  @Override
  public boolean set(int sequence, String message) throws IOException {
    isLastKept = store.take(sequence, message);
    log.commit();
    if (isLastKept) {
      write(() -> files.set(sequence, message));
    }
    return true;
  }

  @Override
  public void get(int startSequence, int endSequence, Collection<String> messages)
      throws IOException {
    messages.addAll(store.between(startSequence, endSequence, this::read));
  }

  /** A FileStore takes room for each number that it lacks: so it is asked for what it has. */
  private synchronized void read(
      SessionRecord record, int first, int last, Collection<String> messages) throws IOException {
    int[] numbers = names.numbers(first, last).stream().mapToInt(n -> n).sorted().toArray();
    int from = 0;
    while (from < numbers.length) {
      int to = from;
      while (to + 1 < numbers.length && numbers[to + 1] - numbers[from] < MOST_AT_ONCE) {
        to++;
      }
      files.get(numbers[from], numbers[to], messages);
      from = to + 1;
    }
  }

  @Override
  public int getNextSenderMsgSeqNum() {
    return store.getNextSenderMsgSeqNum();
  }

  @Override
  public int getNextTargetMsgSeqNum() {
    return store.getNextTargetMsgSeqNum();
  }

  @Override
  public void setNextSenderMsgSeqNum(int next) throws IOException {
    store.setNextSenderMsgSeqNum(next);
    write(() -> files.setNextSenderMsgSeqNum(next));
  }

  @Override
  public void setNextTargetMsgSeqNum(int next) throws IOException {
    store.setNextTargetMsgSeqNum(next);
    write(() -> files.setNextTargetMsgSeqNum(next));
  }

  @Override
  public void incrNextSenderMsgSeqNum() throws IOException {
    long now = System.nanoTime();
    if (isLastKept || now - numberedAt >= BETWEEN_PASSED_NANOS) {
      numberedAt = now;
      write(() -> files.setNextSenderMsgSeqNum(store.getNextSenderMsgSeqNum()));
    }
  }

  /** Writes the last number, and closes the files. */
  @Override
  public synchronized void close() throws IOException {
    try (files) {
      if (files.getNextSenderMsgSeqNum() != store.getNextSenderMsgSeqNum()) {
        files.setNextSenderMsgSeqNum(store.getNextSenderMsgSeqNum());
      }
    }
  }

  @Override
  public void incrNextTargetMsgSeqNum() throws IOException {
    store.incrNextTargetMsgSeqNum();
    write(() -> files.setNextTargetMsgSeqNum(store.getNextTargetMsgSeqNum()));
  }

  @Override
  public Date getCreationTime() {
    return store.getCreationTime();
  }

  @Override
  public void reset() throws IOException {
    synchronized (session.turn()) {
      store.reset();
      write(files::reset);
    }
  }

  /** Nobody else writes the files, so there is nothing to refresh from. */
  @Override
  public void refresh() {}
}
