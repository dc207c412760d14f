package org.bourse.exchange.sequencer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.Events;

/** Takes events from a stream on the test's thread. */
final class Consumer {
  private final EventStream stream;
  private final List<Event> events = new CopyOnWriteArrayList<>();

  Consumer(EventStream stream) {
    this.stream = stream;
  }

  /** Takes what is there. */
  void poll() {
    try {
      stream.poll(
          (eventSeq, buffer, offset, length) -> events.add(Events.decode(buffer, offset, length)),
          100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes events until there are so many. */
  List<Event> take(int count) {
    await()
        .atMost(60, SECONDS)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              poll();
              return events.size() >= count;
            });
    return events;
  }

  List<Long> numbers() {
    return events.stream().map(Event::eventSeq).toList();
  }
}
