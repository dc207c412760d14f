package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;
import quickfix.MessageStore;
import quickfix.Session;
import quickfix.SessionID;

/** One configured FIX session: its names and numbers, its store, and what its client has got. */
final class FixSession {
  private static final long LONGEST_END = TimeUnit.SECONDS.toNanos(1);
  private static final long SHORT = TimeUnit.MICROSECONDS.toNanos(50);

  private final SessionID id;
  private final String name;
  private final int number;
  private final CompIds compIds;
  private final MessageLog log;
  private final SessionRecord record;
  private final Delivery delivery;
  private final SessionMessageStore store;
  private MessageStore outer;
  private final Object turn = new Object();
  private final Object readingTurn = new Object();
  private final SessionClient client;
  private final MarketDataRequests marketData = new MarketDataRequests();
  private volatile @Nullable IoSession connection;
  private @Nullable Session live;

  /**
   * A session.
   *
   * @param number the engine's
   * @param nextTarget the MsgSeqNum that is expected from the client
   * @param client who logs on to it
   */
  FixSession(
      SessionID id,
      int number,
      MessageLog log,
      SessionRecord record,
      Cork cork,
      int nextTarget,
      SessionClient client) {
    this.id = id;
    this.client = client;
    this.number = number;
    this.log = log;
    this.record = record;
    delivery = new Delivery(record.delivered(), record.written());
    compIds = CompIds.of(id);
    store = new SessionMessageStore(log, record, cork, delivery, turn, compIds, nextTarget);
    outer = store;
    name = id.toString();
  }

  SessionID id() {
    return id;
  }

  String name() {
    return name;
  }

  int number() {
    return number;
  }

  CompIds compIds() {
    return compIds;
  }

  SessionRecord record() {
    return record;
  }

  SessionMessageStore store() {
    return store;
  }

  /** Has QuickFIX/J read from another store, which writes to {@link #store()} too. */
  void readFrom(MessageStore other) {
    outer = other;
  }

  /** The store that QuickFIX/J knows. */
  MessageStore messageStore() {
    return outer;
  }

  /**
   * Held while a Logon is handled, while the numbers are reset, and while a report is handed over:
   * so a report is numbered before a Logon that resets the numbers, or after its answer, never
   * between. What is known of the client is noted with it held, too: it belongs to one numbering.
   */
  Object turn() {
    return turn;
  }

  /** QuickFIX/J's session; null before the acceptor has started. For the outbox's thread. */
  @Nullable Session live() {
    if (live == null) {
      live = Session.lookupSession(id);
    }
    return live;
  }

  /** Who has logged on. */
  SessionClient client() {
    return client;
  }

  /** The client's connection, or the last that it had; null: it has had none. */
  @Nullable IoSession connection() {
    return connection;
  }

  /** What the client has asked of market data. */
  MarketDataRequests marketData() {
    return marketData;
  }

  /** Held while something that was read is handled, be it a message or the connection's end. */
  Object readingTurn() {
    return readingTurn;
  }

  /**
   * Has a Logon handled, one at a time: of two connections that log on, the client of the session
   * is the one whose Logon is handled first, until that connection ends.
   */
  void logOn(Admission admission, IoSession from, Runnable handling) {
    synchronized (readingTurn) {
      Session session = Session.lookupSession(id);
      if (session != null && !session.hasResponder()) {
        awaitEnd(session);
        client.admit(admission, session);
        connection = from;
      }
      handling.run();
    }
  }

  /**
   * QuickFIX/J lets a connection go before it has put its own affairs in order: where it ends one
   * on a thread that reads no socket, for a client that was silent, say, that is waited for.
   */
  private static void awaitEnd(Session former) {
    long began = System.nanoTime();
    while ((former.isLogonReceived() || former.isLogonSent())
        && System.nanoTime() - began < LONGEST_END) {
      LockSupport.parkNanos(SHORT);
    }
  }

  /** A message has come from the client. */
  void heard() {
    long now = System.nanoTime();
    if (delivery.isDue(now)) {
      synchronized (turn) {
        delivery.heard(record.nextSender() - 1, now);
      }
    }
  }

  /**
   * The client asks for messages.
   *
   * @param end of the range, 0: all that there are
   */
  void asked(int begin, int end) {
    synchronized (turn) {
      boolean isToTheEnd = end == 0 || !log.keepsAfter(record, end);
      delivery.asked(begin, isToTheEnd ? Integer.MAX_VALUE : end, System.nanoTime());
    }
  }

  /** The client has asked to log out, or agreed to. Noted before the answer is. */
  void loggedOut() throws IOException {
    synchronized (turn) {
      delivery.loggedOut(record.nextSender() - 1);
      noteDelivery();
    }
  }

  /** The client has closed its connection. */
  void closedByClient() {
    delivery.closedByClient(System.nanoTime());
  }

  /** What the outbox has handed over was given to the connection. */
  void flushed() {
    synchronized (turn) {
      delivery.flushed(record.nextSender() - 1, System.nanoTime());
    }
  }

  /**
   * The client's Logon is accepted. That anything may be written from now on is noted before its
   * answer is.
   */
  void connected() throws IOException {
    marketData.clear();
    synchronized (turn) {
      delivery.loggedOn(record.nextSender() - 1, log.hasNotDelivered(record), System.nanoTime());
      noteDelivery();
    }
  }

  /**
   * The client is gone. Waits for nothing, since QuickFIX/J takes the next connection already: what
   * is known of the client is noted by the outbox.
   */
  void disconnected() {
    marketData.clear();
    delivery.gone(record.nextSender() - 1);
  }

  /** Puts what is known of the client into the log, where that is new. */
  void noteDelivery() throws IOException {
    synchronized (turn) {
      log.delivered(record, delivery.confirmed(), delivery.written());
    }
  }
}
