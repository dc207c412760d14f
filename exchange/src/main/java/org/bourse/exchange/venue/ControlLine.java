package org.bourse.exchange.venue;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.event.ControlAnswered;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.Events;
import org.bourse.exchange.sequencer.EventStream;
import org.bourse.exchange.sequencer.Sequencer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes controls to the sequencer and brings back what became of them. Any thread may ask; a thread
 * of its own follows the events, also for what {@link VenueState} shows.
 */
public final class ControlLine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlLine.class);
  private static final long WAIT_NANOS = 100_000_000;
  private static final long LONGEST_ANSWER_SECONDS = 10;
  private static final int BATCH = 256;

  private final Sequencer sequencer;
  private final EventStream events;
  private final VenueState state;
  private final Map<Long, CompletableFuture<ControlAnswered>> waiting = new ConcurrentHashMap<>();
  private final AtomicLong correlations = new AtomicLong(System.nanoTime() & Long.MAX_VALUE);
  private final Thread thread = new Thread(this::run, "venue");
  private volatile boolean stopping;

  /**
   * A line.
   *
   * @param events what comes after what the state knows already
   */
  public ControlLine(Sequencer sequencer, EventStream events, VenueState state) {
    this.sequencer = sequencer;
    this.events = events;
    this.state = state;
  }

  /** Begins to follow the events. */
  public void start() {
    thread.start();
  }

  /** What the venue is like, as events have told. */
  public VenueState state() {
    return state;
  }

  /**
   * Has a control carried out, and waits until it is, durably.
   *
   * @param by who asks
   * @throws ControlRefused where the engine has refused it
   * @throws IOException where no answer comes: order entry is halted
   */
  public void carryOut(Control control, String by)
      throws ControlRefused, IOException, InterruptedException {
    long correlation = correlations.incrementAndGet();
    CompletableFuture<ControlAnswered> answer = new CompletableFuture<>();
    waiting.put(correlation, answer);
    try {
      offer(control.from(correlation, by));
      ControlAnswered answered = answer.get(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS);
      if (!answered.done()) {
        throw new ControlRefused(answered.detail());
      }
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("no answer: order entry is halted", e);
    } finally {
      waiting.remove(correlation);
    }
  }

  /** Has a command carried out; nobody waits for that, but for room this does. */
  public void offer(Command command) {
    sequencer.put(command);
  }

  private void run() {
    try (events) {
      while (!stopping) {
        if (events.poll(this::onEvent, BATCH) == 0) {
          events.await(WAIT_NANOS);
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("The venue's controls get no answers any more, until a restart", e);
    }
  }

  private void onEvent(long eventSeq, DirectBuffer buffer, int offset, int length) {
    if (!VenueState.concerns(buffer, offset)) {
      return;
    }
    Event event = Events.decode(buffer, offset, length);
    state.learn(event);
    if (event instanceof ControlAnswered answered) {
      CompletableFuture<ControlAnswered> answer = waiting.get(answered.correlation());
      if (answer != null) {
        answer.complete(answered);
      }
    }
  }

  /** Ends the thread; who still waits gets no answer. */
  @Override
  public void close() throws InterruptedException {
    stopping = true;
    events.wake();
    thread.join();
  }
}
