package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.Collection;
import java.util.Date;
import quickfix.MessageStore;

/**
 * The part of the message log that belongs to one session, as QuickFIX/J wants it. The next sender
 * number is the last message's plus 1; the next target number lives in memory, since a start takes
 * it from the journal.
 */
final class SessionMessageStore implements MessageStore {
  private final MessageLog log;
  private final SessionRecord session;
  private final Cork cork;
  private final Delivery delivery;
  private final Object turn;
  private volatile int nextTarget;
  private long eventSeq;
  private int told;
  private int refusedSeqNum;

  /**
   * A store.
   *
   * @param turn held while the numbers are reset: see {@link FixSession#turn()}
   */
  SessionMessageStore(
      MessageLog log,
      SessionRecord session,
      Cork cork,
      Delivery delivery,
      Object turn,
      int nextTarget) {
    this.log = log;
    this.session = session;
    this.cork = cork;
    this.delivery = delivery;
    this.turn = turn;
    this.nextTarget = nextTarget;
  }

  /** The numbering that inbound messages belong to. */
  int epoch() {
    return session.epoch();
  }

  /**
   * Says what the next message tells. To be called with the session's sender lock held, right
   * before the message is set.
   *
   * @param event its number, 0 for an answer of a halted sequencer
   * @param refused of such an answer, the MsgSeqNum of the request that it refuses, else 0
   */
  void nextTells(long event, int refused) {
    eventSeq = event;
    refusedSeqNum = refused;
  }

  /** How many messages were kept that tell something. For the outbox's thread. */
  int told() {
    return told;
  }

  @Override
  public boolean set(int sequence, String message) throws IOException {
    long event = eventSeq;
    int refused = refusedSeqNum;
    eventSeq = 0;
    refusedSeqNum = 0;
    log.add(session, sequence, event, refused, message);
    told += event > 0 || refused > 0 ? 1 : 0;
    if (!cork.isHeldByThisThread()) {
      log.commit();
    }
    return true;
  }

  @Override
  public void get(int startSequence, int endSequence, Collection<String> messages)
      throws IOException {
    log.messages(session, startSequence, endSequence, messages);
  }

  @Override
  public int getNextSenderMsgSeqNum() {
    return session.nextSender();
  }

  @Override
  public int getNextTargetMsgSeqNum() {
    return nextTarget;
  }

  @Override
  public void setNextSenderMsgSeqNum(int next) throws IOException {
    log.nextSender(session, next);
  }

  @Override
  public void setNextTargetMsgSeqNum(int next) {
    nextTarget = next;
  }

  /** Done by {@link #set}: QuickFIX/J calls the two together. */
  @Override
  public void incrNextSenderMsgSeqNum() {}

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // QuickFIX/J holds the session's target lock
  public void incrNextTargetMsgSeqNum() {
    nextTarget++;
  }

  @Override
  @SuppressWarnings("JavaUtilDate") // as QuickFIX/J has it
  public Date getCreationTime() {
    return new Date(session.creationMillis());
  }

  @Override
  public void reset() throws IOException {
    synchronized (turn) {
      log.delivered(session, delivery.confirmed(), delivery.written());
      log.newEpoch(session, session.epoch() + 1);
      delivery.reset();
      nextTarget = 1;
    }
  }

  /** Nobody else writes the log, so there is nothing to refresh from. */
  @Override
  public void refresh() {}
}
