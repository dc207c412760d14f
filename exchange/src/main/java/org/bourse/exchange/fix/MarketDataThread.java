package org.bourse.exchange.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.mina.core.session.IoSession;
import org.bourse.exchange.marketdata.FeedLimits;
import org.bourse.exchange.marketdata.MarketBook;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.sequencer.EventHandler;
import org.bourse.exchange.sequencer.EventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the market on a thread of its own and has subscribers told of it. Nothing waits for it:
 * where it can't keep up, it tells of several commands at a time.
 */
final class MarketDataThread implements MarketFollower.Listener, Runnable {
  private static final int FEW_EVENTS = 64; // each may go to all subscribers
  private static final int MANY_EVENTS = 4096;
  private static final int MOST_TRADES = 4096; // of an instrument, that wait to be told
  private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int FAR_BEHIND = 25_000; // events
  private static final long SLICE = TimeUnit.MICROSECONDS.toNanos(500); // of processor time

  private static final Logger LOG = LoggerFactory.getLogger(MarketDataThread.class);
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  private final EventStream events;
  private final Cork cork;
  private final Consumer<Throwable> onFailure;
  private final MarketPace pace;
  private final MarketDataDesk desk;
  private final MarketFollower market = new MarketFollower(this);
  private final Map<Integer, FixSession> sessions = new HashMap<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Map<MarketBook, Long> waiting = new LinkedHashMap<>(); // and since when
  private final Thread thread = new Thread(this, "fix-market-data");
  private boolean isFollowing;
  private boolean isPublishing;
  private long busyAtSlice;
  private volatile boolean stopping;

  /**
   * A thread for sessions.
   *
   * @param secret nobody who does not know it can tell an order by its MDEntryID(278)
   * @param onFailure called where events or the message log fail, or memory is short: nothing is
   *     sent from then on
   */
  MarketDataThread(
      EventStream events,
      Cork cork,
      Iterable<FixSession> sessions,
      List<Instrument> instruments,
      FeedLimits limits,
      long secret,
      Consumer<Throwable> onFailure) {
    this.events = events;
    this.cork = cork;
    this.onFailure = onFailure;
    pace = new MarketPace(limits.bytesPerSecond(), System.nanoTime());
    desk =
        new MarketDataDesk(
            limits,
            instruments,
            new EntryIds(secret),
            new MarketDataOutlet(cork, pace),
            pace,
            this::rest);
    for (FixSession session : sessions) {
      this.sessions.put(session.number(), session);
    }
  }

  /**
   * Begins where the market stands.
   *
   * @param standing tells it, in events
   */
  void start(Consumer<EventHandler> standing) {
    standing.accept(market);
    isFollowing = true;
    thread.start();
  }

  /** A client is gone. Any thread. */
  void gone(FixSession session) {
    IoSession connection = session.connection();
    run(() -> desk.gone(session, connection));
  }

  /** A client asks for messages again. Any thread. */
  void missed(FixSession session) {
    run(() -> desk.missed(session, System.nanoTime()));
  }

  /** Who may see what has changed. Any thread. */
  void renew() {
    run(desk::renew);
  }

  private void run(Runnable task) {
    tasks.add(task);
    events.wake();
  }

  /** Has the thread end. Any thread. */
  void beginToStop() {
    stopping = true;
    events.wake();
  }

  /** Waits until the thread has ended. */
  void awaitStop() throws InterruptedException {
    thread.join();
  }

  @Override
  public void run() {
    try (events) {
      while (!stopping) {
        if (round() == 0) {
          await();
        }
      }
    } catch (IOException | UncheckedIOException | Error e) {
      onFailure.accept(e);
    } catch (RuntimeException e) { // those who trade go on
      LOG.error("Market data has ended until a restart: who has asked for it is logged out", e);
      desk.end();
    }
  }

  private void await() {
    long now = System.nanoTime();
    boolean isWaiting = pace.isConflating() && !waiting.isEmpty() && !market.isWithinCommand();
    long pause = isWaiting ? pace.pause(now, waiting.size()) : LONGEST_WAIT;
    events.await(Math.min(LONGEST_WAIT, pause));
  }

  private Map.Entry<MarketBook, Long> waitsLongest() {
    return waiting.entrySet().iterator().next();
  }

  /** Goes on by some events; returns how many there were. */
  private int round() throws IOException {
    cork.hold();
    try {
      long began = System.nanoTime();
      pace.look(events.behind(), began, !waiting.isEmpty());
      boolean isEachTold = !pace.isConflating();
      int given = events.poll(market, isEachTold ? FEW_EVENTS : MANY_EVENTS);
      long now = System.nanoTime();
      if (isEachTold && given > 0) {
        pace.followed(given, now - began);
      }
      if (!market.isWithinCommand()) {
        betweenCommands(now);
      }
      return given;
    } finally {
      cork.flush();
    }
  }

  private void betweenCommands(long now) {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
    if (!waiting.isEmpty() && pace.isTime(now, waiting.size())) {
      publishWaiting(now);
    }
    desk.catchUp(now);
  }

  /** One book after the other, those first that wait longest, for a slice of time. */
  private void publishWaiting(long now) {
    pace.hurry(pace.isOverdue(now, waitsLongest().getValue()));
    busyAtSlice = PROCESSOR.getCurrentThreadCpuTime();
    isPublishing = true;
    do {
      MarketBook book = waitsLongest().getKey();
      waiting.remove(book);
      desk.publish(book, now);
    } while (!waiting.isEmpty()
        && busy() < SLICE
        && pace.isTime(System.nanoTime(), waiting.size()));
    isPublishing = false;
    pace.told(events.behind(), busy(), System.nanoTime(), waiting.isEmpty());
  }

  private long busy() {
    return PROCESSOR.getCurrentThreadCpuTime() - busyAtSlice;
  }

  /** Between two subscribers: where books wait for their turn, so do the subscribers of one. */
  private void rest() {
    if (!isPublishing) {
      return;
    }
    long busy = busy();
    if (busy > SLICE && events.behind() < FAR_BEHIND) {
      try {
        cork.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      long until = System.nanoTime() + pace.pauseAfter(busy);
      for (long left = until - System.nanoTime();
          left > 0 && !stopping;
          left = until - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      cork.hold();
      busyAtSlice = PROCESSOR.getCurrentThreadCpuTime();
    }
  }

  @Override
  public void changed(MarketBook book) {
    if (!isFollowing) {
      book.told();
    } else if (pace.isConflating()) {
      waiting.putIfAbsent(book, System.nanoTime());
      pace.putOff();
      if (book.trades().size() >= MOST_TRADES) {
        waiting.remove(book);
        desk.publish(book, System.nanoTime());
      }
    } else {
      desk.publish(book, System.nanoTime());
    }
  }

  @Override
  public void asked(int sessionNumber, int epoch, int msgSeqNum) {
    @Nullable FixSession session = sessions.get(sessionNumber);
    if (session == null) {
      return;
    }
    MarketDataRequests.@Nullable Asked asked = session.marketData().take(epoch, msgSeqNum);
    if (asked != null) {
      desk.handle(session, asked, market::book, System.nanoTime());
    }
  }
}
