package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.Collection;
import java.util.Date;
import quickfix.FileStore;
import quickfix.MessageStore;

/**
 * A session's store that has QuickFIX/J's own files beside the message log: each message is in the
 * log before it is in them, and they are what is read. Where they fail, so does the log: what a
 * client may ask for must be in both.
 */
final class FileBackedStore implements MessageStore {
  private final MessageLog log;
  private final FixSession session;
  private final SessionMessageStore store;
  private final FileStore files;

  FileBackedStore(MessageLog log, FixSession session, FileStore files) {
    this.log = log;
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
    store.set(sequence, message);
    log.commit();
    write(() -> files.set(sequence, message));
    return true;
  }

  @Override
  public synchronized void get(int startSequence, int endSequence, Collection<String> messages)
      throws IOException {
    files.get(startSequence, endSequence, messages);
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
    write(() -> files.setNextSenderMsgSeqNum(store.getNextSenderMsgSeqNum()));
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
