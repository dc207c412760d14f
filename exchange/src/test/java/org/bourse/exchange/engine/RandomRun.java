package org.bourse.exchange.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.engine.RandomCommands.Input;
import org.bourse.exchange.event.CancelRejected;
import org.bourse.exchange.event.EngineNotice;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.Events;
import org.bourse.exchange.event.OrderReport;

/** One random run through the engine and the reference venue, command by command. */
final class RandomRun {
  private static final int MARGIN = 5;
  private static final long START = 1_700_000_000_000_000_000L;

  private final long seed;
  private final int commands;
  private final RandomCommands random;
  private final ReferenceVenue reference = new ReferenceVenue();
  private final EventAudit audit = new EventAudit();
  private final MatchingEngine engine = newEngine();
  private final List<UnsafeBuffer> journal = new ArrayList<>();
  private final EventDigest all = new EventDigest();
  private final EventDigest afterSave = new EventDigest();
  private final UnsafeBuffer workspace = new UnsafeBuffer(new byte[Commands.MAX_LENGTH + 600]);
  private final Set<Object> reached = new HashSet<>();

  RandomRun(long seed, int commands) {
    this.seed = seed;
    this.commands = commands;
    this.random = new RandomCommands(seed);
  }

  /** Runs it, and gives the hash of the engine's last state. */
  long run() throws IOException {
    int saveAt = new SplittableRandom(~seed).nextInt(1, commands);
    SavedState saved = SavedState.of(newEngine());
    for (int i = 0; i < commands; i++) {
      if (i == saveAt) {
        saved = SavedState.of(engine);
        MatchingEngine loaded = saved.load();
        require(loaded.stateHash() == engine.stateHash(), "hash differs after save and load");
      }
      Input input = random.next();
      journal.add(input.bytes());
      try {
        step(i, input, i >= saveAt);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ", command " + i + ": " + input.command(), e);
      }
    }
    compareReplay(newEngine(), 0, all);
    compareReplay(saved.load(), saveAt, afterSave);
    return engine.stateHash();
  }

  /** Kinds of notices and of reports, and reasons, that this run has had. */
  Set<Object> reached() {
    return reached;
  }

  private void step(int index, Input input, boolean isAfterSave) {
    List<Event> actual = new ArrayList<>(2);
    int length = input.bytes().capacity();
    workspace.putBytes(MARGIN, input.bytes(), 0, length);
    engine.apply(
        index + 1L,
        timeOf(index),
        workspace,
        MARGIN,
        length,
        (buffer, offset, size) -> {
          all.onEvent(buffer, offset, size);
          if (isAfterSave) {
            afterSave.onEvent(buffer, offset, size);
          }
          actual.add(Events.decode(buffer, offset, size));
        });
    List<Event> expected = reference.apply(timeOf(index), input.command());
    if (!expected.equals(actual)) {
      throw new AssertionError("expected\n  " + lines(expected) + "\nbut was\n  " + lines(actual));
    }
    audit.check(actual);
    random.observe(input, expected);
    expected.forEach(this::note);
  }

  private void compareReplay(MatchingEngine again, int from, EventDigest expected) {
    EventDigest digest = new EventDigest();
    for (int i = from; i < journal.size(); i++) {
      DirectBuffer bytes = journal.get(i);
      again.apply(i + 1L, timeOf(i), bytes, 0, bytes.capacity(), digest);
    }
    require(digest.value() == expected.value(), "events differ when replayed from " + from);
    require(again.stateHash() == engine.stateHash(), "hash differs when replayed from " + from);
  }

  private void note(Event event) {
    if (event instanceof EngineNotice notice) {
      reached.add(notice.kind());
    } else if (event instanceof OrderReport report) {
      reached.add(report.execType());
      reached.add(report.reasonText());
    } else if (event instanceof CancelRejected rejected) {
      reached.add(rejected.reasonText());
    }
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError("seed " + seed + ": " + otherwise);
    }
  }

  private static String lines(List<Event> events) {
    return String.join("\n  ", events.stream().map(Event::toString).toList());
  }

  private static long timeOf(int index) {
    return START + 1_000L * index;
  }

  /** So small that every table of it must grow. */
  private static MatchingEngine newEngine() {
    return new MatchingEngine(16, 16);
  }
}
