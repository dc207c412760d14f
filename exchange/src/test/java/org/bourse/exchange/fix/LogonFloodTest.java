package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.limit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.access.PasswordHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand Logons a second that fail, beside a session that trades. */
class LogonFloodTest {
  private static final String LOGON = "35=A|98=0|108=30";
  private static final String RIGHT = LOGON + "|553=ann|554=right horse";
  private static final String WRONG = LOGON + "|553=ann|554=wrong";
  private static final int BURST = 20;
  private static final int PER_SECOND = 1000;
  private static final long SECONDS = 5;

  private RunningExchange exchange;
  private RawClient trader;
  private int orders;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    exchange =
        RunningExchange.in(folder)
            .withParticipants(
                "  - name: ONE",
                "    sessions: [BROKER1]",
                "    users:",
                "      - name: ann",
                "        password: " + PasswordHash.of("right horse").text(),
                "        roles: [trader]",
                "  - {name: TWO, sessions: [BROKER2, BROKER3]}");
    exchange.start();
    trader = RawClient.loggedOn(exchange.port(), "BROKER2");
    trade(3);
  }

  @AfterEach
  void close() throws Exception {
    trader.close();
    exchange.close();
  }

  @Test
  void shouldNotDisturbOthersNorLetAnybodyIn() throws Exception {
    long[] alone = trade(SECONDS);
    long[] beside;
    LogonFlood flood = new LogonFlood(exchange.port(), "BROKER1", WRONG, PER_SECOND);
    try (flood) {
      beside = trade(SECONDS);
    }
    System.out.printf(
        "alone: %d orders, p50 %d us, p99 %d us; beside %d Logons: %d orders, p50 %d us, p99 %d us;"
            + " %d of them answered%n",
        alone.length,
        percentile(alone, 50),
        percentile(alone, 99),
        flood.answered() + flood.dropped(),
        beside.length,
        percentile(beside, 50),
        percentile(beside, 99),
        flood.answered());
    assertThat(flood.admitted()).isZero();
    assertThat(flood.answered()).isBetween(1, BURST + (int) (2 * SECONDS));
    assertThat(flood.dropped()).isGreaterThan(BURST);
    assertThat(percentile(beside, 50)).isLessThan(TimeUnit.MILLISECONDS.toMicros(50));
    assertThat(Arrays.stream(beside).max().orElseThrow()).isLessThan(TimeUnit.SECONDS.toNanos(2));
  }

  @Test
  void shouldLetInTheRightOneFromElsewhereMeanwhile() throws Exception {
    try (LogonFlood flood = new LogonFlood(exchange.port(), "BROKER1", WRONG, PER_SECOND)) {
      trade(2);
      try (RawClient right = RawClient.connect(exchange.port(), "BROKER1")) {
        assertThat(right.ask(RIGHT).get(35)).isEqualTo("A");
      }
      assertThat(flood.admitted()).isZero();
    }
  }

  @Test
  void shouldLetInFromThereTooOnceThePasswordIsKnown() throws Exception {
    try (RawClient first = RawClient.connect(exchange.port(), "BROKER1")) {
      assertThat(first.ask(RIGHT).get(35)).isEqualTo("A");
      first.logOut();
    }
    try (LogonFlood flood = new LogonFlood(exchange.port(), "BROKER1", WRONG, PER_SECOND)) {
      trade(2);
      try (RawClient right = RawClient.connectFrom("127.0.0.2", exchange.port(), "BROKER1")) {
        assertThat(right.from(3).ask(RIGHT).get(35)).isEqualTo("A");
      }
      assertThat(flood.admitted()).isZero();
    }
  }

  /** Enters orders one by one for some seconds, and gives back how long each took, in ns. */
  private long[] trade(long seconds) throws Exception {
    long[] nanos = new long[1 << 20];
    int count = 0;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long at = System.nanoTime(); at < end; at = System.nanoTime()) {
      OneExchange.rest(trader, limit("X" + orders++, BUY, 10, "9.99"));
      nanos[count++] = System.nanoTime() - at;
    }
    return Arrays.copyOf(nanos, count);
  }

  private static long percentile(long[] nanos, int percent) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return TimeUnit.NANOSECONDS.toMicros(sorted[(sorted.length - 1) * percent / 100]);
  }
}
