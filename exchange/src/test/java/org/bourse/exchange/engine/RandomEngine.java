package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.bourse.exchange.engine.RandomCommands.Input;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.Events;

/** An engine that carries out random commands, the same for the same seed. */
public final class RandomEngine {
  private final RandomCommands random;
  private final MatchingEngine engine = fresh();
  private final List<MatchingEngine> others = new ArrayList<>();
  private final EventDigest digest = new EventDigest();
  private final List<EventDigest> otherDigests = new ArrayList<>();
  private final RandomReached reached = new RandomReached();

  /** One that has done nothing. */
  public RandomEngine(long seed) {
    random = new RandomCommands(seed);
  }

  /** An engine that knows nothing, and must grow with whatever it is told. */
  public static MatchingEngine fresh() {
    return new MatchingEngine(16, 16);
  }

  /** The engine. */
  public MatchingEngine engine() {
    return engine;
  }

  /** From now on another engine is given the same commands. */
  public void follow(MatchingEngine other) {
    others.add(other);
    otherDigests.add(new EventDigest());
  }

  /** Whether all engines have had the same events since the first began to follow. */
  public boolean agree() {
    return otherDigests.stream().allMatch(other -> other.value() == digest.value())
        && others.stream().allMatch(other -> other.stateHash() == engine.stateHash());
  }

  /** What its events have had, as {@link RandomReached} names it. */
  public Set<Object> reached() {
    return reached.all();
  }

  /** Carries out commands. */
  public void run(int commands) {
    run(commands, (buffer, offset, length) -> {});
  }

  /** Carries out commands, and gives their events to one who follows. */
  public void run(int commands, EventSink follower) {
    for (int i = 0; i < commands; i++) {
      Input input = random.next();
      List<Event> events = new ArrayList<>();
      apply(
          engine,
          input,
          (buffer, offset, length) -> {
            follower.onEvent(buffer, offset, length);
            if (!others.isEmpty()) {
              digest.onEvent(buffer, offset, length);
            }
            Event event = Events.decode(buffer, offset, length);
            if (!MarketAudit.isOfMarket(event)) {
              events.add(event);
            }
          });
      for (int other = 0; other < others.size(); other++) {
        apply(others.get(other), input, otherDigests.get(other));
      }
      random.observe(input, events);
      reached.note(events);
    }
  }

  private static void apply(MatchingEngine engine, Input input, EventSink sink) {
    DirectBuffer bytes = input.bytes();
    engine.apply(engine.position() + 1, input.time(), bytes, 0, bytes.capacity(), sink);
  }
}
