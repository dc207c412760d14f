package org.bourse.exchange.engine;

import static org.bourse.exchange.event.MarketState.INDICATIVE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.engine.RandomCommands.Input;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.Events;
import org.bourse.exchange.event.InquiryAnswered;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.model.ControlKind;
import org.jspecify.annotations.Nullable;

/** One random run through the engine and the reference venue, command by command. */
final class RandomRun {
  private static final int MARGIN = 5;
  private static final int FULL_CHECKS = 61;

  private final long seed;
  private final int commands;
  private final RandomCommands random;
  private final ReferenceVenue reference = new ReferenceVenue();
  private final EventAudit audit = new EventAudit();
  private final MarketAudit marketAudit = new MarketAudit();
  private final MatchingEngine engine = newEngine();
  private final List<Input> journal = new ArrayList<>();
  private final EventDigest all = new EventDigest();
  private final EventDigest afterSave = new EventDigest();
  private final UnsafeBuffer workspace = new UnsafeBuffer(new byte[Commands.MAX_LENGTH + 600]);
  private final RandomReached reached = new RandomReached();

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
        marketAudit.checkTold(loaded);
        require(loaded.stateHash() == engine.stateHash(), "telling the market changes it");
      }
      Input input = random.next();
      journal.add(input);
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

  /** What this run has had, as {@link RandomReached} and the reference venue name it. */
  Set<Object> reached() {
    Set<Object> all = reached.all();
    all.addAll(reference.reached());
    return all;
  }

  private void step(int index, Input input, boolean isAfterSave) {
    List<Event> actual = new ArrayList<>(2);
    List<Event> ofMarket = new ArrayList<>(2);
    boolean isTimePassed =
        input.command() instanceof Control control && control.kind() == ControlKind.TIME_PASSED;
    boolean wasDue = isTimePassed && engine.nextDue() <= input.time();
    int length = input.bytes().capacity();
    workspace.putBytes(MARGIN, input.bytes(), 0, length);
    engine.apply(
        index + 1L,
        input.time(),
        workspace,
        MARGIN,
        length,
        (buffer, offset, size) -> {
          all.onEvent(buffer, offset, size);
          if (isAfterSave) {
            afterSave.onEvent(buffer, offset, size);
          }
          Event event = Events.decode(buffer, offset, size);
          (MarketAudit.isOfMarket(event) ? ofMarket : actual).add(event);
        });
    List<Event> expected = reference.apply(input.time(), input.command());
    if (!expected.equals(actual)) {
      throw new AssertionError("expected\n  " + lines(expected) + "\nbut was\n  " + lines(actual));
    }
    reference.skip(ofMarket.size());
    marketAudit.take(ofMarket);
    if (index % FULL_CHECKS == 0) {
      marketAudit.checkBooks(reference.market());
      marketAudit.checkFigures(reference.market());
    }
    if (isTimePassed) {
      checkDue(wasDue, actual, input.time());
    }
    audit.check(actual, mayWait(input.command()));
    audit.check(ofMarket, true);
    random.observe(input, expected);
    reached.note(expected);
  }

  /**
   * What happens as time passes is due; where nothing does, nothing is due any more. Prices are
   * told at any time.
   */
  private void checkDue(boolean wasDue, List<Event> events, long time) {
    long indicative = events.stream().filter(RandomRun::isIndicative).count();
    boolean isQuiet = events.size() - indicative == 1;
    require(wasDue || isQuiet, "something happened that was not due");
    require(!isQuiet || engine.nextDue() > time, "nothing happened that is due");
  }

  private static boolean isIndicative(Event event) {
    return event instanceof InquiryAnswered
        || (event instanceof MarketState state && state.kind() == INDICATIVE);
  }

  private static boolean mayWait(@Nullable Command command) {
    return command instanceof NewOrder
        || command instanceof CancelOrder
        || command instanceof ReplaceOrder;
  }

  private void compareReplay(MatchingEngine again, int from, EventDigest expected) {
    EventDigest digest = new EventDigest();
    for (int i = from; i < journal.size(); i++) {
      DirectBuffer bytes = journal.get(i).bytes();
      again.apply(i + 1L, journal.get(i).time(), bytes, 0, bytes.capacity(), digest);
    }
    require(digest.value() == expected.value(), "events differ when replayed from " + from);
    require(again.stateHash() == engine.stateHash(), "hash differs when replayed from " + from);
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError("seed " + seed + ": " + otherwise);
    }
  }

  private static String lines(List<Event> events) {
    return String.join("\n  ", events.stream().map(Event::toString).toList());
  }

  /** So small that every table of it must grow. */
  private static MatchingEngine newEngine() {
    return new MatchingEngine(16, 16);
  }
}
