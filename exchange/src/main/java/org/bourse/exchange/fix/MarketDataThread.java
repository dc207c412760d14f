package org.bourse.exchange.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
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
  private static final long SLICE = TimeUnit.MICROSECONDS.toNanos(500); // of processor time

  private static final Logger LOG = LoggerFactory.getLogger(MarketDataThread.class);
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  private final EventStream events;
  private final Cork cork;
  private final Consumer<Throwable> onFailure;
  private final MarketPace pace;
  private final MarketDataTeller teller;
  private final MarketDataDesk desk;
  private final MarketFollower market = new MarketFollower(this);
  private final Map<Integer, FixSession> sessions = new HashMap<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Set<MarketBook> waiting = new LinkedHashSet<>(); // for the next round
  private final Queue<MarketBook> ofRound = new ArrayDeque<>(); // not taken yet
  private final Thread thread = new Thread(this, "fix-market-data");
  private boolean isFollowing;
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
    Feeds feeds = new Feeds(instruments, new EntryIds(secret));
    MarketDataOutlet outlet = new MarketDataOutlet(cork, pace);
    teller = new MarketDataTeller(limits, feeds, outlet, pace);
    desk = new MarketDataDesk(instruments, feeds, outlet, teller);
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
    boolean isTelling = pace.isConflating() && isAnyToTell() && !market.isWithinCommand();
    events.await(isTelling ? Math.min(LONGEST_WAIT, pace.pause(now, left())) : LONGEST_WAIT);
  }

  private boolean isAnyToTell() {
    return isInRound() || !waiting.isEmpty();
  }

  private boolean isInRound() {
    return left() > 0;
  }

  private int left() {
    return ofRound.size() + teller.turns();
  }

  /** Goes on by some events; returns how many there were. */
  private int round() throws IOException {
    cork.hold();
    try {
      long began = System.nanoTime();
      pace.look(events.behind(), began, isAnyToTell());
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
    if (isAnyToTell() && pace.isTime(now, left())) {
      tellSome(now);
    }
    teller.catchUp(now);
  }

  /**
   * For a slice of time: takes the books of the round, or of a new one, and then tells one
   * subscriber after the other.
   */
  private void tellSome(long now) {
    final long before = PROCESSOR.getCurrentThreadCpuTime();
    if (!isInRound()) {
      ofRound.addAll(waiting);
      waiting.clear();
      pace.begin(now);
    }
    int told = 0;
    long busy;
    do {
      if (!ofRound.isEmpty()) {
        take(ofRound.remove(), now);
      } else {
        teller.tellNext(now);
        told++;
      }
      busy = PROCESSOR.getCurrentThreadCpuTime() - before;
    } while (isInRound() && busy < SLICE);
    pace.told(told, busy, System.nanoTime());
    if (!isInRound()) {
      pace.end(events.behind(), !waiting.isEmpty());
    }
  }

  private void take(MarketBook book, long now) {
    teller.take(book, now);
    if (ofRound.isEmpty()) {
      teller.beginTurns();
    }
  }

  @Override
  public void changed(MarketBook book) {
    if (!isFollowing) {
      book.told();
    } else if (pace.isConflating()) {
      waiting.add(book);
      pace.putOff();
      if (book.trades().size() >= MOST_TRADES) {
        takeNow(book, System.nanoTime());
      }
    } else {
      teller.take(book, System.nanoTime());
    }
  }

  private void takeNow(MarketBook book, long now) {
    if (!isInRound()) {
      pace.begin(now);
    }
    waiting.remove(book);
    teller.take(book, now);
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
