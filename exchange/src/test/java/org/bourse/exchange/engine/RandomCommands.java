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

  private final SplittableRandom random;
  private final RandomDefinitions definitions;
  private final RandomRequests requests;
  private final RandomGarbage garbage;
  private final Deque<Command> opening;
  private final List<Command> history = new ArrayList<>();
  private final MutableDirectBuffer scratch = new ExpandableArrayBuffer(Commands.MAX_LENGTH);

  /**
   * Bytes as they might stand in the journal.
   *
   * @param command what they mean, null: nothing
   */
  record Input(@Nullable Command command, UnsafeBuffer bytes) {}

  RandomCommands(long seed) {
    random = new SplittableRandom(seed);
    definitions = new RandomDefinitions(random);
    RandomTerms terms = new RandomTerms(random);
    RandomReferences references = new RandomReferences(random, definitions, terms);
    requests = new RandomRequests(random, definitions, terms, references);
    garbage = new RandomGarbage(random);
    opening = new ArrayDeque<>(definitions.opening());
  }

  Input next() {
    if (opening.isEmpty() && random.nextInt(60) == 0) {
      return new Input(null, garbage.from(encoded(requests.next())));
    }
    Command command = opening.isEmpty() ? usual() : opening.remove();
    if (history.size() < HISTORY) {
      history.add(command);
    } else {
      history.set(random.nextInt(HISTORY), command);
    }
    return new Input(command, encoded(command));
  }

  private Command usual() {
    return switch (random.nextInt(100)) {
      case 0, 1 -> definitions.next();
      case 2, 3 -> history.get(random.nextInt(history.size()));
      default -> requests.next();
    };
  }

  void observe(Input input, List<Event> events) {
    if (input.command() != null) {
      definitions.observe(input.command(), events.get(0));
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
