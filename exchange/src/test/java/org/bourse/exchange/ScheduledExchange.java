package org.bourse.exchange;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.fix.FixText;
import org.bourse.exchange.fix.OrderText;
import org.bourse.exchange.fix.SteadyClient;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.TradingPhase;
import org.bourse.exchange.venue.VenueState;

/**
 * An exchange with a business clock that is set at will. ABC and XYZ follow a schedule from Monday
 * to Friday, 24H is always traded. There are two brokers, a buyer and a seller.
 */
final class ScheduledExchange implements AutoCloseable {
  private static final String SCHEDULE =
      """
      groups:
        main:
          time-zone: UTC
          phases:
            - {at: 07:00, phase: pre-open}
            - {at: 08:50, phase: opening-auction}
            - {at: 09:00, phase: continuous}
            - {at: 17:30, phase: closing-auction}
            - {at: 17:35, phase: closed}
      """;

  private static final long HOUR = TimeUnit.HOURS.toNanos(1);

  private final Path folder;
  private final RunningExchange exchange;
  private final SteadyClient buyer = new SteadyClient("BROKER1");
  private final SteadyClient seller = new SteadyClient("BROKER2");

  private ScheduledExchange(Path folder, RunningExchange exchange) {
    this.folder = folder;
    this.exchange = exchange;
  }

  /** Starts at a moment of the business clock, which is in the future. */
  static ScheduledExchange startAt(Path folder, String time) throws Exception {
    RunningExchange exchange =
        RunningExchange.in(folder)
            .withSchedule(
                SCHEDULE,
                "{symbol: ABC, tick: 0.01, group: main}",
                "{symbol: XYZ, tick: 0.01, group: main}",
                "{symbol: 24H, tick: 0.01}");
    ScheduledExchange scheduled = new ScheduledExchange(folder, exchange);
    exchange.start();
    scheduled.setClock(time);
    scheduled.connect();
    return scheduled;
  }

  private void connect() throws IOException {
    buyer.connect(exchange.port());
    seller.connect(exchange.port());
  }

  VenueState state() {
    return exchange.controlLine().state();
  }

  void control(Control control) throws Exception {
    exchange.controlLine().carryOut(control, "test");
  }

  /** Sets the business clock, and waits until the schedule was followed to there. */
  void setClock(String time) throws Exception {
    Instant target = Instant.parse(time);
    control(Control.of(ControlKind.CLOCK).time(Duration.between(Instant.now(), target).toNanos()));
    await("the schedule up to " + time)
        .atMost(20, SECONDS)
        .pollInterval(2, MILLISECONDS)
        .until(
            () -> {
              long ahead = exchange.scheduledUpTo() - nanos(target);
              return ahead >= 0 && ahead < HOUR;
            });
    awaitHandled();
  }

  /** Waits until all that was asked for is done and known here. */
  private void awaitHandled() throws Exception {
    control(Control.of(ControlKind.TIME_PASSED));
  }

  private static long nanos(Instant instant) {
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond());
  }

  TradingPhase phase(String symbol) {
    return Objects.requireNonNull(state().market(symbol)).phase();
  }

  /** Enters an order to buy, and gives back the answer. */
  FixText buy(String clOrdId, String symbol, int quantity, String terms) throws IOException {
    return enter(buyer, OrderText.BUY, clOrdId, symbol, quantity, terms);
  }

  FixText sell(String clOrdId, String symbol, int quantity, String terms) throws IOException {
    return enter(seller, OrderText.SELL, clOrdId, symbol, quantity, terms);
  }

  private static FixText enter(
      SteadyClient client, String side, String clOrdId, String symbol, int quantity, String terms)
      throws IOException {
    client.send(OrderText.order(clOrdId, symbol, side, String.valueOf(quantity), "|" + terms));
    return new Orders(client).answerTo(clOrdId);
  }

  /** A report of an ExecType(150) on an order of the buyer's. */
  FixText boughtReport(String clOrdId, String execType) {
    return report(buyer, clOrdId, execType);
  }

  FixText soldReport(String clOrdId, String execType) {
    return report(seller, clOrdId, execType);
  }

  private static FixText report(SteadyClient client, String clOrdId, String execType) {
    return client.await(
        "report " + execType + " on " + clOrdId,
        m -> m.get(11).equals(clOrdId) && m.get(150).equals(execType));
  }

  /** How many reports of an ExecType(150) the buyer got. */
  long boughtReports(String execType) {
    return buyer.received().stream().filter(m -> m.get(150).equals(execType)).count();
  }

  /** Ends it as a kill does; all that is kept stays. */
  void kill() throws Exception {
    buyer.close();
    seller.close();
    exchange.continueOnCopy();
    exchange.stop();
  }

  /** Has so much time gone by while it is down. */
  void stayDown(Duration time) throws IOException {
    BusinessTime.pass(exchange.data(), time);
  }

  void startAgain() throws Exception {
    exchange.start();
    awaitHandled();
    connect();
  }

  /** Has the next start find no schedule. */
  void forgetSchedule() throws IOException {
    Files.delete(folder.resolve("config").resolve("schedule.yaml"));
    Files.writeString(
        folder.resolve("config").resolve("instruments.yaml"),
        "instruments: [{symbol: ABC, tick: 0.01}, {symbol: XYZ, tick: 0.01}]\n");
  }

  @Override
  public void close() throws Exception {
    buyer.close();
    seller.close();
    exchange.close();
  }
}
