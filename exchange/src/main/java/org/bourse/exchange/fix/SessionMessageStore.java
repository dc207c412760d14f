package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import quickfix.MessageStore;

/**
 * The part of the message log that belongs to one session, as QuickFIX/J wants it. The next sender
 * number is the last message's plus 1, kept or not; the next target number lives in memory, since a
 * start takes it from the journal.
 */
final class SessionMessageStore implements MessageStore {
  private final MessageLog log;
  private final SessionRecord session;
  private final Cork cork;
  private final Delivery delivery;
  private final Object turn;
  private final RangeEnd rangeEnd;
  private volatile int nextTarget;
  private long eventSeq; // this and the next two are of the next message
  private int refusedSeqNum;
  private boolean passes;
  private int told;
  private int passed;

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
      CompIds compIds,
      int nextTarget) {
    this.log = log;
    this.session = session;
    this.cork = cork;
    this.delivery = delivery;
    this.turn = turn;
    rangeEnd = new RangeEnd(compIds);
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
    passes = false;
  }

  /**
   * Says that the next message is worthless later: it uses a number and is not kept. To be called
   * as {@link #nextTells}.
   */
  void nextPasses() {
    nextTells(0, 0);
    passes = true;
  }

  /**
   * How many messages were kept that tell something. With the session's turn held, in which all of
   * them are sent.
   */
  int told() {
    return told;
  }

  /** How many messages have used a number and were not kept. As {@link #told}. */
  int passed() {
    return passed;
  }

  @Override
  public boolean set(int sequence, String message) throws IOException {
    take(sequence, message);
    return true;
  }

  /** As {@link #set}; whether the message is kept. */
  boolean take(int sequence, String message) throws IOException {
    long event = eventSeq;
    int refused = refusedSeqNum;
    boolean isKept = !passes;
    nextTells(0, 0);
    if (isKept) {
      log.add(session, sequence, event, refused, message);
      told += event > 0 || refused > 0 ? 1 : 0;
    } else {
      log.pass(session, sequence);
      passed++;
    }
    if (!cork.isHeldByThisThread()) {
      log.commit();
    }
    return isKept;
  }

  @Override
  public void get(int startSequence, int endSequence, Collection<String> messages)
      throws IOException {
    messages.addAll(between(startSequence, endSequence, log::messages));
  }

  /** Where messages are read from. */
  interface Source {
    void messages(SessionRecord session, int first, int last, Collection<String> to)
        throws IOException;
  }

  /** The messages of a range, as {@link RangeEnd} has QuickFIX/J fill it to its end. */
  List<String> between(int first, int end, Source source) throws IOException {
    int last = Math.min(end, session.nextSender() - 1); // what comes meanwhile is no gap
    List<String> found = new ArrayList<>();
    source.messages(session, first, last, found);
    rangeEnd.close(found, first, last);
    return found;
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
