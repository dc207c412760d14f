package org.bourse.exchange.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Commands of every kind, the same for the same seed and the same events. Give it the events of
 * each command, so that it can speak of the orders that there are.
 */
final class RandomCommands {
  private static final int HISTORY = 2_000;
  private static final int[] CONTROL_EVERY = {0, 300, 50, 50, 15, 15, 6};

  private final SplittableRandom random;
  private final RandomDefinitions definitions;
  private final RandomRequests requests;
  private final RandomControls controls;
  private final RandomTime time;
  private final RandomGarbage garbage;
  private final int controlEvery;
  private final Deque<Command> opening;
  private final List<Command> history = new ArrayList<>();
  private final MutableDirectBuffer scratch = new ExpandableArrayBuffer(Commands.MAX_LENGTH);

  /**
   * Bytes as they might stand in the journal.
   *
   * @param command what they mean, null: nothing
   * @param time when they came
   */
  record Input(@Nullable Command command, UnsafeBuffer bytes, long time) {}

  RandomCommands(long seed) {
    random = new SplittableRandom(seed);
    definitions = new RandomDefinitions(random);
    RandomTerms terms = new RandomTerms(random);
    RandomReferences references = new RandomReferences(random, definitions, terms);
    requests = new RandomRequests(random, definitions, terms, references);
    time = new RandomTime(random);
    controls = new RandomControls(random, definitions, terms, references, time);
    garbage = new RandomGarbage(random);
    controlEvery = CONTROL_EVERY[random.nextInt(CONTROL_EVERY.length)];
    opening = new ArrayDeque<>(definitions.opening());
  }

  Input next() {
    if (opening.isEmpty() && random.nextInt(60) == 0) {
      return new Input(null, garbage.from(encoded(any())), time.next());
    }
    Command command = opening.isEmpty() ? usual() : opening.remove();
    if (history.size() < HISTORY) {
      history.add(command);
    } else {
      history.set(random.nextInt(HISTORY), command);
    }
    return new Input(command, encoded(command), time.next());
  }

  private Command any() {
    return switch (random.nextInt(6)) {
      case 0 -> definitions.next();
      case 1 -> controls.next();
      case 2 -> controls.limits();
      default -> requests.next();
    };
  }

  private Command usual() {
    if (controlEvery > 0 && random.nextInt(controlEvery) == 0) {
      return controls.next();
    }
    if (controlEvery > 0 && random.nextInt(100) == 0) {
      return controls.limits();
    }
    return switch (random.nextInt(100)) {
      case 0, 1 -> definitions.next();
      case 2, 3 -> history.get(random.nextInt(history.size()));
      default -> requests.next();
    };
  }

  void observe(Input input, List<Event> events) {
    if (input.command() != null) {
      events.stream().limit(1).forEach(first -> definitions.observe(input.command(), first));
    }
    events.forEach(requests::observe);
  }

  private UnsafeBuffer encoded(Command command) {
    int length = Commands.encode(command, scratch, 0);
    UnsafeBuffer bytes = new UnsafeBuffer(new byte[length]);
    bytes.putBytes(0, scratch, 0, length);
    return bytes;
  }
}
