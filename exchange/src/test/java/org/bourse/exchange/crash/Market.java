package org.bourse.exchange.crash;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;

/** The traders of one exchange, and how they are set to work. */
final class Market implements AutoCloseable {
  static final String[] COMP_IDS = {"FIRM1", "FIRM2", "FIRM3", "FIRM4"};

  private static final int PATIENCE_SECONDS = 40;

  private final List<Trader> traders = new ArrayList<>();
  private final List<Sender> senders = new ArrayList<>();

  /**
   * Traders that are not connected yet.
   *
   * @param stores a folder for their file stores
   */
  Market(long seed, int port, Path stores) throws Exception {
    for (String compId : COMP_IDS) {
      Trader trader = new Trader(compId, port, stores.resolve(compId));
      traders.add(trader);
      senders.add(
          new Sender(trader, new RandomFlow(31 * seed + traders.size(), compId, trader.ledger())));
    }
  }

  List<Trader> traders() {
    return traders;
  }

  /** Begins to connect. */
  void open() throws Exception {
    for (Trader trader : traders) {
      trader.start();
    }
    awaitLogons();
  }

  /** All begin to send. */
  void begin() {
    senders.forEach(Sender::begin);
  }

  /** All end to send. */
  void rest() throws InterruptedException {
    for (Sender sender : senders) {
      sender.rest();
    }
  }

  void awaitFirstLogon() {
    patiently("first Logon", () -> traders.stream().anyMatch(Trader::isLoggedOn));
  }

  void awaitLogons() {
    patiently("Logons", () -> traders.stream().allMatch(Trader::isLoggedOn));
  }

  /** Waits until so many requests more are answered, or something is wrong. */
  void awaitAnswered(int more) {
    int target = answered() + more;
    patiently("answers", () -> answered() >= target || !isSound());
  }

  /** Waits until everything has its answer, or something is wrong. */
  void awaitQuiet() {
    patiently("quiet", () -> traders.stream().allMatch(t -> t.ledger().isQuiet()) || !isSound());
  }

  /** Requests that were answered. */
  int answered() {
    return sum(trader -> trader.ledger().answered());
  }

  int sum(ToIntFunction<Trader> of) {
    return traders.stream().mapToInt(of).sum();
  }

  private boolean isSound() {
    return traders.stream().allMatch(trader -> trader.faults().found().isEmpty());
  }

  /**
   * Fails where any trader has seen what breaks a promise.
   *
   * @param where seed and round
   */
  void requireSound(String where) {
    if (!isSound()) {
      throw new AssertionError(where + ": " + story());
    }
  }

  /** What is wrong, and what the sessions went through. */
  private String story() {
    StringBuilder text = new StringBuilder();
    for (Trader trader : traders) {
      trader.faults().found().forEach(fault -> text.append('\n').append(fault));
      List<String> unanswered = trader.ledger().unanswered();
      text.append('\n').append(trader.compId()).append(": unanswered ").append(unanswered);
      trader.events().last().forEach(event -> text.append("\n    ").append(event));
    }
    return text.toString();
  }

  void patiently(String what, Callable<Boolean> condition) {
    try {
      waiting(what).until(condition);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("waited " + PATIENCE_SECONDS + " s for " + what + story(), e);
    }
  }

  private static ConditionFactory waiting(String what) {
    return await(what)
        .atMost(PATIENCE_SECONDS, SECONDS)
        .pollDelay(0, SECONDS)
        .pollInterval(2, MILLISECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    rest();
    traders.forEach(Trader::close);
  }
}
