package org.bourse.exchange.fix;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one session stands, as the message log says. Changed under the log's lock; what is volatile
 * may be read by any thread.
 */
final class SessionRecord {
  /** As {@link #written()}: a connection is up, so all is written to it. */
  static final int ALL = Integer.MAX_VALUE;

  private final int number;
  private final SentMessages sent = new SentMessages();
  private final Undelivered undelivered = new Undelivered();
  private final HaltedRequests halted = new HaltedRequests();
  private @Nullable String name;
  private volatile int epoch;
  private volatile int nextSender = 1;
  private volatile long lastEventSeq;
  private volatile long creationMillis;
  private volatile boolean owed;
  private boolean passing;
  private int delivered;
  private int written;
  private int mark;

  SessionRecord(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  String name() {
    return name == null ? "session " + number : name;
  }

  boolean isNamed() {
    return name != null;
  }

  void name(String given, long millis) {
    name = given;
    creationMillis = millis;
  }

  /** The numbering that the session is in: it grows with each reset. */
  int epoch() {
    return epoch;
  }

  int nextSender() {
    return nextSender;
  }

  /** The last event of which a message is kept for this session. */
  long lastEventSeq() {
    return lastEventSeq;
  }

  /** When the numbering began, milliseconds since 1970. */
  long creationMillis() {
    return creationMillis;
  }

  /**
   * Whether a Logon has to come before any report: number 1 of a numbering is a Logon's, or a
   * Logout's.
   */
  boolean isAtStart() {
    return nextSender == 1;
  }

  /** Whether reports wait for a number. */
  boolean isOwed() {
    return owed;
  }

  /** The client has, for sure, all up to this MsgSeqNum. */
  int delivered() {
    return delivered;
  }

  /** The last MsgSeqNum that was written to a connection. */
  int written() {
    return written;
  }

  /** No number from this one on has been used: that much is known after a loss of power. */
  int mark() {
    return mark;
  }

  void mark(int msgSeqNum) {
    mark = msgSeqNum;
  }

  /** Whether the log tells only a number at which the session was, and the mark how far it got. */
  boolean isPassing() {
    return passing;
  }

  SentMessages messages() {
    return sent;
  }

  Undelivered undelivered() {
    return undelivered;
  }

  HaltedRequests halted() {
    return halted;
  }

  /**
   * The last request of this numbering that was refused because the journal could not be written,
   * 0: none.
   */
  int lastHaltedRequest() {
    return halted.last(epoch);
  }

  void sent(int msgSeqNum, long position, long eventSeq, int refusedSeqNum) {
    sent.put(msgSeqNum, position, eventSeq);
    nextSender = msgSeqNum + 1;
    if (eventSeq > 0) {
      lastEventSeq = Math.max(lastEventSeq, eventSeq);
      undelivered.remove(eventSeq);
      owed = !undelivered.isEmpty();
    }
    if (refusedSeqNum > 0) {
      halted.add(epoch, refusedSeqNum);
    }
  }

  /** Numbers are used from here on that the log does not hold. */
  void passingFrom(int msgSeqNum) {
    passing = true;
    nextSender = msgSeqNum;
  }

  /** A number was used for a message that is not kept. */
  void passed(int msgSeqNum) {
    nextSender = msgSeqNum + 1;
  }

  void kept(long position, long eventSeq, boolean uncertain) {
    lastEventSeq = Math.max(lastEventSeq, eventSeq);
    undelivered.add(eventSeq, position, uncertain);
    owed = true;
  }

  /** The numbers of this numbering whose messages tell an event and may not have arrived. */
  List<Integer> notDelivered() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = sent.sizeBelow(delivered + 1); i < sent.size(); i++) {
      if (sent.eventSeqAt(i) > 0) {
        numbers.add(sent.numberAt(i));
      }
    }
    return numbers;
  }

  /** The numbers from one to another whose messages are kept. */
  List<Integer> kept(int first, int last) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = sent.sizeBelow(first); i < sent.size() && sent.numberAt(i) <= last; i++) {
      numbers.add(sent.numberAt(i));
    }
    return numbers;
  }

  /** Begins a new numbering at 1. What the client may not have was {@link #kept} before. */
  void beginEpoch(int newEpoch, long millis) {
    sent.clear();
    epoch = newEpoch;
    creationMillis = millis;
    nextSender = 1;
    delivered = 0;
    written = written == ALL ? ALL : 0;
    mark = 0;
    passing = false;
  }

  void goOnInEpoch(int newEpoch) {
    epoch = newEpoch;
  }

  /** Sets the next number. Where the session has passed, its mark was further ahead than usual. */
  void nextSender(int msgSeqNum) {
    nextSender = msgSeqNum;
    mark = passing ? 0 : mark;
    passing = false;
  }

  void delivered(int upTo, int writtenUpTo) {
    delivered = upTo;
    written = writtenUpTo;
  }

  /**
   * Settles what only the whole log can tell: an event that has a number is not owed any more, and
   * no connection is up.
   */
  void recovered() {
    for (int i = 0; i < sent.size(); i++) {
      undelivered.remove(sent.eventSeqAt(i));
    }
    owed = !undelivered.isEmpty();
    written = written == ALL ? nextSender - 1 : written;
  }

  /** Takes over what a summary says of everything before it. */
  void summed(SessionSummary summary) {
    name = summary.name();
    creationMillis = summary.creationMillis();
    epoch = summary.epoch();
    nextSender = summary.nextSender();
    lastEventSeq = Math.max(lastEventSeq, summary.lastEventSeq());
    delivered = summary.delivered();
    written = summary.written();
    halted.replaceBy(summary.halted());
  }

  /**
   * The first number whose message must be kept: the last so many that are kept, however many
   * numbers were passed between them, and what the client may not have.
   */
  int keptFrom(int retained) {
    int dropped = sent.size() - retained;
    if (dropped <= 0) {
      return 1;
    }
    int first = retained > 0 ? sent.numberAt(dropped) : nextSender;
    return Math.min(first, delivered + 1);
  }
}
