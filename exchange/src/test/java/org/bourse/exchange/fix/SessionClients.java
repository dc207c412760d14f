package org.bourse.exchange.fix;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** What clients do around the begin and the end of a numbering. */
final class SessionClients {
  static final String LOGON = "35=A|98=0|108=30";
  static final String RESET = LOGON + "|141=Y";

  private SessionClients() {}

  /** Logs on with a reset; the answer must be number 1. */
  static RawClient reset(int port, String compId) throws Exception {
    return logOn(port, compId, RESET, "35=A|34=1|141=Y");
  }

  /** Logs on with number 1 and no reset; the answer must be number 1, too. */
  static RawClient first(int port, String compId) throws Exception {
    return logOn(port, compId, LOGON, "35=A|34=1");
  }

  private static RawClient logOn(int port, String compId, String logon, String answer)
      throws Exception {
    RawClient client = RawClient.connect(port, compId);
    FixText answered = client.ask(logon);
    if (!answered.only(35, 34, 141).equals(answer)) {
      client.close();
      throw new IOException("not " + answer + ": " + answered);
    }
    return client;
  }

  /** Tries until it works, as after a connection whose end the exchange may not have noticed. */
  static RawClient retry(Callable<RawClient> logOn) {
    AtomicReference<RawClient> client = new AtomicReference<>();
    await()
        .atMost(20, SECONDS)
        .ignoreExceptions()
        .until(
            () -> {
              client.set(logOn.call());
              return true;
            });
    return Objects.requireNonNull(client.get());
  }

  /** Trades 1 so many times against what rests, and gives back what marks the trades. */
  static List<String> fill(RawClient client, String name, int times) throws Exception {
    List<String> trades = new ArrayList<>();
    for (int i = 1; i <= times; i++) {
      client.send(OrderText.limit(name + i, OrderText.SELL, 1, "9.99"));
      client.receive();
      trades.add(trade(client.receive()));
    }
    return trades;
  }

  /** SecondaryExecID(527), which both sides of a trade are told. */
  static String trade(FixText report) {
    return report.get(527);
  }

  static List<String> trades(List<FixText> reports) {
    return reports.stream().map(SessionClients::trade).toList();
  }

  /** PossResend(97) of each report. */
  static List<String> possResends(List<FixText> reports) {
    return reports.stream().map(report -> report.get(97)).toList();
  }

  /** The next reports, each under the number after the one before. */
  static List<FixText> reports(RawClient client, int firstNumber, int count) throws Exception {
    List<FixText> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FixText report = client.receive();
      assertThat(report.only(35, 34, 43)).isEqualTo("35=8|34=" + (firstNumber + i));
      reports.add(report);
    }
    return reports;
  }
}
