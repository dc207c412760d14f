package org.bourse.exchange.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.Supplier;
import org.bourse.exchange.VenueControls;
import org.jspecify.annotations.Nullable;

/**
 * Ends an exchange again and again while four traders send, and holds it to its promises each time
 * that everything has its answer.
 */
final class Rounds implements AutoCloseable {
  private static final int EVERYTHING_EVERY = 10;
  private static final int MOST_ANSWERS_AFTER = 150;

  private final Supplier<String> name;
  private final Venue venue;
  private final Random random;
  private final Market market;
  private final Audit audit;
  private final @Nullable Operator operator;
  private int round;

  /**
   * Rounds that have not begun.
   *
   * @param name shown with every line and failure: says the seed, or how it ended
   * @param stores a folder for the traders' file stores
   */
  Rounds(Supplier<String> name, long seed, Venue venue, Path stores) throws Exception {
    this.name = name;
    this.venue = venue;
    random = new Random(seed);
    market = new Market(seed, venue.port(), stores);
    audit = new Audit(market);
    VenueControls controls = venue.controls();
    operator = controls == null ? null : new Operator(controls, seed);
  }

  /** Starts the exchange and logs the traders on. */
  void begin() throws Exception {
    venue.start();
    market.open();
  }

  /** One end and one start under load, and then all checks. */
  void play() throws Exception {
    round++;
    try {
      market.begin();
      if (operator != null) {
        operator.begin();
      }
      venue.end(market);
      long ended = System.nanoTime();
      venue.start();
      market.awaitFirstLogon();
      double seconds = (System.nanoTime() - ended) / 1e9;
      market.awaitLogons();
      market.awaitAnswered(1 + random.nextInt(MOST_ANSWERS_AFTER));
      market.rest();
      if (operator != null) {
        operator.rest();
        assertThat(operator.faults()).as(where()).isEmpty();
      }
      market.awaitQuiet();
      check(round % EVERYTHING_EVERY == 0);
      System.out.println(summary(seconds));
    } catch (Throwable e) {
      throw new AssertionError(where() + ": " + e.getMessage(), e);
    }
  }

  /** Asks once more for everything there ever was. */
  void finish() throws Exception {
    check(true);
  }

  private void check(boolean everything) throws Exception {
    market.requireSound(where());
    audit.askForStates(everything);
    market.requireSound(where());
    assertThat(audit.compareLedgers()).as(where()).isEmpty();
  }

  private String where() {
    return name.get() + ", round " + round;
  }

  private String summary(double seconds) {
    return "%s: so far %d requests answered, %d reports, %d resent to the exchange in %d resends, %d reports came again, %d missed reports found at this start, %.2f s to the first Logon"
        .formatted(
            where(),
            market.answered(),
            market.sum(trader -> trader.ledger().reports()),
            market.sum(Trader::resent),
            market.sum(Trader::resendRequests),
            market.sum(trader -> trader.ledger().reportsAgain()),
            venue.missedReports(),
            seconds);
  }

  /** Ends the traders and leaves the exchange as it is. */
  @Override
  public void close() throws InterruptedException {
    market.close();
  }
}
