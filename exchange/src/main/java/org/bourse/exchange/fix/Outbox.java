package org.bourse.exchange.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
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
  private static final int LARGEST_BATCH = 256;
  private static final int MOST_ATTEMPTS = 1000;
  private static final long LONGEST_WAIT_NANOS = 100_000_000;

  private final EventStream events;
  private final ReportRouter router;
  private final MessageLog log;
  private final Cork cork;
  private final Consumer<Throwable> onFailure;
  private final Map<String, FixSession> sessions = new HashMap<>();
  private final OutboundMessage message = new OutboundMessage();
  private final Thread thread = new Thread(this, "fix-outbox");
  private volatile boolean stopping;
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

  /** Sends what is there, then ends. */
  void stop() throws InterruptedException {
    stopping = true;
    events.wake();
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
        sent = events.poll(router, LARGEST_BATCH);
      } finally {
        cork.flush();
      }
      done = events.cursor();
    } while (sent > 0);
  }

  @Override
  public boolean wants(String name, long eventSeq) {
    FixSession session = sessions.get(name);
    return session != null && session.live() != null;
  }

  @Override
  public void send(String name, long eventSeq, int refusedSeqNum, String msgType, FixWriter body) {
    FixSession session = sessions.get(name);
    @Nullable Session live = session == null ? null : session.live();
    if (session != null && live != null) {
      Runnable whenNumbered = () -> session.store().nextTells(eventSeq, refusedSeqNum);
      message.fill(msgType, session.compIds(), body, whenNumbered);
      synchronized (session.turn()) {
        send(live, session.store());
      }
    }
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
