package org.bourse.exchange.fix;

import java.util.Arrays;

/** Where one session stands, as its messages in the log say. Guarded by the log. */
final class SessionRecord {
  private final int number;
  private final String name;
  private volatile int epoch;
  private volatile int nextSender = 1;
  private volatile long lastEventSeq;
  private volatile long creationMillis;
  private final HaltedRequests halted = new HaltedRequests();
  private long[] positions = new long[64]; // in the log, by MsgSeqNum; 0 where nothing was sent

  SessionRecord(int number, String name, long creationMillis) {
    this.number = number;
    this.name = name;
    this.creationMillis = creationMillis;
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  /** The numbering that the session is in: it grows with each reset. */
  int epoch() {
    return epoch;
  }

  int nextSender() {
    return nextSender;
  }

  /** The last event that was told on this session. */
  long lastEventSeq() {
    return lastEventSeq;
  }

  /** When the numbering began, milliseconds since 1970. */
  long creationMillis() {
    return creationMillis;
  }

  /**
   * The last request of this numbering that was refused because the journal could not be written,
   * 0: none.
   */
  int lastHaltedRequest() {
    return halted.last(epoch);
  }

  boolean hasHaltedRequests() {
    return !halted.isEmpty();
  }

  boolean isHaltedRequest(int requestEpoch, int msgSeqNum) {
    return halted.contains(requestEpoch, msgSeqNum);
  }

  void sent(int msgSeqNum, long position, long eventSeq, int refusedSeqNum) {
    if (msgSeqNum >= positions.length) {
      positions = Arrays.copyOf(positions, Math.max(positions.length * 2, msgSeqNum + 1));
    }
    positions[msgSeqNum] = position;
    nextSender = msgSeqNum + 1;
    if (eventSeq > 0) {
      lastEventSeq = eventSeq;
    }
    if (refusedSeqNum > 0) {
      halted.add(epoch, refusedSeqNum);
    }
  }

  void beginEpoch(int newEpoch, long millis) {
    goOnInEpoch(newEpoch);
    creationMillis = millis;
    nextSender = 1;
    Arrays.fill(positions, 0);
  }

  void goOnInEpoch(int newEpoch) {
    epoch = newEpoch;
  }

  void nextSender(int msgSeqNum) {
    nextSender = msgSeqNum;
  }

  /** The places in the log of the messages that were sent under numbers from first to last. */
  long[] positions(int first, int last) {
    int from = Math.max(0, first);
    int to = Math.min(last, positions.length - 1) + 1;
    return from >= to
        ? new long[0]
        : Arrays.stream(positions, from, to).filter(position -> position != 0).toArray();
  }
}
