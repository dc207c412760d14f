package org.bourse.exchange.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.bourse.exchange.sequencer.EventStream;
import org.jspecify.annotations.Nullable;
import quickfix.Session;

/**
 * Sends what the engine has to say: takes events, turns each into a message and gives it to its
 * session, which numbers and stores it and, where the client is there, sends it. One thread for all
 * sessions, so each client's messages go out in the order of the events.
 */
final class Outbox implements ReportRouter.Outlet, Runnable {
  /** The most reports that go into one write to the message log. */
  static final int BATCH = 256;

  private static final int MOST_ATTEMPTS = 1000;
  private static final long LONGEST_WAIT_NANOS = 100_000_000;
  private static final long BETWEEN_NOTES_NANOS = 1_000_000_000;

  private final EventStream events;
  private final ReportRouter router;
  private final MessageLog log;
  private final Cork cork;
  private final Consumer<Throwable> onFailure;
  private final Map<String, FixSession> sessions = new HashMap<>();
  private final Set<FixSession> touched = new HashSet<>();
  private final OutboundMessage message = new OutboundMessage();
  private final Thread thread = new Thread(this, "fix-outbox");
  private long notedAt;
  private volatile boolean stopping;
  private volatile boolean noteAtOnce;
  private volatile long done;

  /**
   * An outbox for sessions.
   *
   * @param onFailure called where events or the message log fail: nothing is sent from then on
   */
  Outbox(
      EventStream events,
      ReportRouter router,
      MessageLog log,
      Cork cork,
      Iterable<FixSession> sessions,
      Consumer<Throwable> onFailure) {
    this.events = events;
    this.router = router;
    this.log = log;
    this.cork = cork;
    this.onFailure = onFailure;
    for (FixSession session : sessions) {
      this.sessions.put(session.name(), session);
    }
    done = events.cursor();
  }

  void start() {
    thread.start();
  }

  /** Number of the last event that was handed to its session. */
  long done() {
    return done;
  }

  /** Looks for reports that wait for a number, and notes what clients have got. Any thread. */
  void wake() {
    noteAtOnce = true;
    events.wake();
  }

  /** Sends what is there, then ends. */
  void stop() throws InterruptedException {
    stopping = true;
    wake();
    thread.join();
  }

  @Override
  public void run() {
    router.outlet(this);
    try (events) {
      boolean last = false;
      while (!last) {
        last = stopping; // what came before the stop is still sent
        sendAll();
        if (!last) {
          events.await(LONGEST_WAIT_NANOS);
        }
      }
    } catch (Throwable e) { // whatever ends this thread, clients must not wait for it
      onFailure.accept(e);
    }
  }

  private void sendAll() throws IOException {
    int sent;
    do {
      cork.hold();
      try {
        sent = events.poll(router, BATCH);
        for (FixSession session : sessions.values()) {
          sent += sendOwed(session);
        }
      } finally {
        cork.flush();
      }
      touched.forEach(FixSession::flushed);
      touched.clear();
      done = events.cursor();
    } while (sent > 0);
    noteDeliveries();
  }

  /** Sends what waits for a number, where its client is there. */
  private int sendOwed(FixSession session) throws IOException {
    @Nullable Session live = session.record().isOwed() ? session.live() : null;
    if (live == null || !live.isLoggedOn() || session.record().isAtStart()) {
      return 0;
    }
    int epoch = session.record().epoch();
    SortedMap<Long, KeptReport> owed = log.owed(session.record(), BATCH);
    int sent = 0;
    for (Map.Entry<Long, KeptReport> report : owed.entrySet()) {
      synchronized (session.turn()) {
        if (session.record().epoch() != epoch || session.record().isAtStart()) {
          return sent; // what went out before the reset comes first again
        }
        KeptReport kept = report.getValue();
        FixWriter body = new FixWriter().append(kept.body());
        send(session, live, report.getKey(), 0, kept.msgType(), body, kept.possResend());
        sent++;
      }
    }
    return sent;
  }

  private void noteDeliveries() throws IOException {
    long now = System.nanoTime();
    if (noteAtOnce || now - notedAt > BETWEEN_NOTES_NANOS) {
      noteAtOnce = false;
      notedAt = now;
      for (FixSession session : sessions.values()) {
        session.noteDelivery();
      }
      log.commit();
    }
  }

  @Override
  public boolean wants(String name, long eventSeq) {
    return eventSeq > 0 || sessions.containsKey(name);
  }

  @Override
  public void send(String name, long eventSeq, int refusedSeqNum, String msgType, FixWriter body) {
    FixSession session = sessions.get(name);
    try {
      if (session == null) {
        keep(log.session(name), eventSeq, msgType, body);
        return;
      }
      synchronized (session.turn()) {
        @Nullable Session live = session.live();
        SessionRecord record = session.record();
        boolean mustWait = live == null || record.isOwed() || record.isAtStart();
        if (mustWait && eventSeq > 0) {
          keep(record, eventSeq, msgType, body);
        } else if (live != null) {
          send(session, live, eventSeq, refusedSeqNum, msgType, body, false);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts off a report until its session is there, has begun, and has had what is older. */
  private void keep(SessionRecord record, long eventSeq, String msgType, FixWriter body)
      throws IOException {
    log.keep(record, eventSeq, false, new KeptReport(msgType, false, body.toString()).text());
  }

  /** To be called in the session's turn. */
  private void send(
      FixSession session,
      Session live,
      long eventSeq,
      int refusedSeqNum,
      String msgType,
      FixWriter body,
      boolean possResend) {
    touched.add(session);
    Runnable whenNumbered = () -> session.store().nextTells(eventSeq, refusedSeqNum);
    message.fill(msgType, session.compIds(), body, possResend, whenNumbered);
    send(live, session.store());
  }

  /**
   * A session says nothing of what became of a message, and a reset takes its number away: only the
   * store knows.
   */
  private void send(Session live, SessionMessageStore store) {
    int before = store.told();
    for (int attempts = 0; store.told() == before; attempts++) {
      if (attempts == MOST_ATTEMPTS) {
        throw new IllegalStateException(live.getSessionID() + " keeps no message");
      }
      requireUsableLog();
      live.send(message);
    }
  }

  private void requireUsableLog() {
    try {
      log.requireUsable();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
