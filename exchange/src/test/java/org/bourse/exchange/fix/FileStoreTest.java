package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.status;
import static org.bourse.exchange.fix.SessionClients.LOGON;
import static org.bourse.exchange.fix.SessionClients.fill;
import static org.bourse.exchange.fix.SessionClients.reports;
import static org.bourse.exchange.fix.SessionClients.trades;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code fix.message-store.kind: file}: QuickFIX/J's own FileStore, through crashes. */
@SuppressWarnings("NullAway.Init")
class FileStoreTest {
  private static final String NAME = "FIX.4.4-BOURSE-BROKER1.";

  private RunningExchange exchange;
  private RawClient broker1;
  private RawClient broker2;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    exchange = RunningExchange.in(folder);
    kind("file");
    exchange.start();
    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1");
    broker2 = RawClient.loggedOn(exchange.port(), "BROKER2");
  }

  @AfterEach
  void close() throws Exception {
    broker1.close();
    broker2.close();
    exchange.close();
  }

  @Test
  void shouldHaveReportInFilesWhenClientHasIt() throws Exception {
    FixText taken = broker1.ask(limit("X", BUY, 10, "9.99"));

    assertThat(body()).contains("\u000111=X\u0001").contains("\u000117=" + taken.get(17));
    assertThat(Files.size(file("header"))).isEqualTo(2 * 16);
  }

  @Test
  void shouldSendAgainFromFiles() throws Exception {
    FixText taken = broker1.ask(limit("X", BUY, 10, "9.99"));

    assertThat(broker1.ask("35=2|7=2|16=2").inAnyOrder()).isEqualTo(taken.inAnyOrder());
  }

  @ParameterizedTest
  @CsvSource({
    "body, 0",
    "body, 1",
    "body, 40",
    "body, 1000",
    "header, 1",
    "header, 15",
    "header, 16",
    "header, 40",
    "senderseqnums, 1",
    "targetseqnums, 2",
    "session, 1"
  })
  void shouldGoOnAfterCrashThatHasTornFile(String suffix, int bytes) throws Exception {
    List<FixText> sent = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      sent.add(broker1.ask(limit("X" + i, BUY, 10, "9.99")));
    }
    exchange.continueOnCopy();
    try (RandomAccessFile torn = new RandomAccessFile(file(suffix).toFile(), "rw")) {
      torn.setLength(torn.length() - Math.min(bytes, torn.length()));
    }
    restart();

    assertAllSentAgain(sent);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 100, 600})
  void shouldRestoreWhatHasChanged(long offset) throws Exception {
    List<FixText> sent = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      sent.add(broker1.ask(limit("X" + i, BUY, 10, "9.99")));
    }
    exchange.continueOnCopy();
    try (RandomAccessFile flipped = new RandomAccessFile(file("body").toFile(), "rw")) {
      flipped.seek(offset);
      int was = flipped.read();
      flipped.seek(offset);
      flipped.write(was ^ 1);
    }
    restart();

    assertAllSentAgain(sent);
  }

  @Test
  void shouldMakeFilesAnewFromLog() throws Exception {
    kind("log");
    FixText taken = broker1.ask(limit("X", BUY, 10, "9.99"));
    exchange.continueOnCopy();
    try (Stream<Path> files = Files.walk(exchange.data().resolve("fix/store"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    restart();
    logOnAgain();
    FixText other = broker1.ask(limit("Y", BUY, 10, "9.99"));
    kind("file");
    restart();

    logOnAgain();
    assertThat(broker1.ask("35=2|7=2|16=2").inAnyOrder()).isEqualTo(taken.inAnyOrder());
    int number = other.number(34);
    assertThat(broker1.ask("35=2|7=" + number + "|16=" + number).inAnyOrder())
        .isEqualTo(other.inAnyOrder());
  }

  @Test
  void shouldTakeEachOrderOnceWhereKilledUnderLoad() throws Exception {
    CompletableFuture<Integer> load = CompletableFuture.supplyAsync(this::sendUntilKilled);
    while (!body().contains("\u000111=L50\u0001")) {
      Thread.onSpinWait();
    }
    exchange.continueOnCopy();
    exchange.stop();
    int answered = load.join();
    exchange.start();
    broker1 = RawClient.connect(exchange.port(), "BROKER1").from(10_000);
    broker1.ask(LOGON);
    FixText request = broker1.receive();
    assertThat(request.get(35)).isEqualTo("2");
    int taken = request.number(7) - 2; // orders have the numbers from 2 on
    broker1.sendAs(request.number(7), "35=4|123=Y|36=10001", "|43=Y|122=" + RawClient.now());

    assertThat(taken).isBetween(50, answered);
    assertThat(broker1.ask(status("L" + taken, BUY)).only(11, 39))
        .isEqualTo("11=L" + taken + "|39=0");
    assertThat(broker1.ask(status("L" + (taken + 1), BUY)).get(37)).isEqualTo("NONE");
    broker1.send("35=2|7=2|16=" + (taken + 1));
    for (int i = 1; i <= taken; i++) {
      assertThat(broker1.receive().only(34, 11, 150))
          .isEqualTo("34=" + (i + 1) + "|11=L" + i + "|150=0");
    }
  }

  private int sendUntilKilled() {
    int answered = 0;
    try {
      while (true) {
        if (!broker1.ask(limit("L" + (answered + 1), BUY, 1, "9.99")).get(35).equals("8")) {
          return answered;
        }
        answered++;
      }
    } catch (Exception ended) {
      return answered;
    }
  }

  @Test
  void shouldBeginAnewWithReset() throws Exception {
    broker1.ask(limit("X", BUY, 10, "9.99"));
    broker1.logOut();
    List<String> trades = fill(broker2, "S", 2);

    broker1 = SessionClients.reset(exchange.port(), "BROKER1");

    assertThat(trades(reports(broker1, 2, 2))).isEqualTo(trades);
    assertThat(Files.size(file("header"))).isEqualTo(3 * 16);
    assertThat(broker1.ask("35=2|7=2|16=2").get(527)).isEqualTo(trades.get(0));
  }

  @Test
  void shouldForgetFilesOfNumberingThatLogHasEnded() throws Exception {
    broker1.ask(limit("X", BUY, 10, "9.99"));
    byte[] header = Files.readAllBytes(file("header"));
    byte[] body = Files.readAllBytes(file("body"));
    broker1.logOut();
    broker1 = SessionClients.reset(exchange.port(), "BROKER1");
    broker1.logOut();
    exchange.stop();
    Files.write(file("header"), header);
    Files.write(file("body"), body);
    exchange.start();

    assertThat(body()).doesNotContain("\u000111=X\u0001").contains("\u0001141=Y\u0001");
  }

  private void assertAllSentAgain(List<FixText> sent) throws Exception {
    FixText last = sent.get(sent.size() - 1);
    FixText logon = logOnAgain();
    assertThat(logon.number(34)).isEqualTo(last.number(34) + 1);
    broker1.send("35=2|7=2|16=" + last.get(34));
    for (FixText report : sent) {
      FixText again = broker1.receive();
      assertThat(again.only(34, 43)).isEqualTo("34=" + report.get(34) + "|43=Y");
      assertThat(again.inAnyOrder()).isEqualTo(report.inAnyOrder());
    }
    assertThat(broker1.ask(limit("X1", BUY, 10, "9.99")).only(150, 103)).isEqualTo("150=8|103=6");
  }

  private FixText logOnAgain() throws Exception {
    broker1 = RawClient.connect(exchange.port(), "BROKER1").from(broker1.nextOut());
    FixText logon = broker1.ask(LOGON);
    assertThat(logon.get(35)).isEqualTo("A");
    return logon;
  }

  private void kind(String kind) throws IOException {
    Files.writeString(
        exchange.data().resolveSibling("config").resolve("exchange.yaml"),
        "sequencer: {ring-size: 256}\nfix: {message-store: {kind: " + kind + "}}\n");
  }

  private void restart() throws Exception {
    broker2.close();
    broker1.close();
    exchange.stop();
    exchange.start();
  }

  private Path file(String suffix) {
    return exchange.data().resolve("fix/store").resolve(NAME + suffix);
  }

  private String body() throws IOException {
    return Files.readString(file("body"), ISO_8859_1);
  }
}
