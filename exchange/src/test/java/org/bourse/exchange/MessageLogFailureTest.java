package org.bourse.exchange;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.fix.SteadyClient;
import org.bourse.exchange.journal.DiskFault;
import org.bourse.exchange.journal.FaultyStorage;
import org.bourse.exchange.journal.FolderStorage;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.model.Durability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The disk of the message log fails while clients are logged on. */
class MessageLogFailureTest {
  private final ErrorLog errors = new ErrorLog();
  private final RunningExchange venue;
  private final SteadyClient client = new SteadyClient("BROKER1");
  private final Orders orders = new Orders(client);
  private final FaultyStorage disk = new FaultyStorage();

  MessageLogFailureTest(@TempDir Path folder) throws Exception {
    venue = RunningExchange.in(folder).withSegmentSize(32 << 10);
  }

  @BeforeEach
  void open() throws Exception {
    venue.start(Storage.disk(), disk);
    client.connect(venue.port());
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    venue.close();
    errors.close();
  }

  @Test
  void shouldDisconnectAllClientsWhenAReportCanNotBeKept() throws Exception {
    try (SteadyClient other = new SteadyClient("BROKER2").connect(venue.port())) {
      DiskFault.WRITE.strike(disk);
      orders.buy("a");

      awaitEnd(client);
      awaitEnd(other);
    }
    assertThat(client.received()).isEmpty();
  }

  @Test
  void shouldDisconnectWhenASessionsOwnMessageCanNotBeKept() throws Exception {
    DiskFault.WRITE.strike(disk);
    client.send("35=1|112=T");

    awaitEnd(client);
    assertThat(client.received()).isEmpty();
  }

  @Test
  void shouldTakeNoConnectionAfterwards() throws Exception {
    DiskFault.WRITE.strike(disk);
    orders.buy("a");
    awaitEnd(client);

    await()
        .atMost(10, SECONDS)
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> client.connect(venue.port()))
                    .isInstanceOf(IOException.class));
  }

  @Test
  void shouldSayOnceInTheLogWhatFailed() throws Exception {
    DiskFault.TORN_WRITE.strike(disk);
    orders.buy("a");
    awaitEnd(client);
    venue.stop();

    assertThat(errors.lines())
        .containsExactly(
            "All clients are disconnected until a restart: what is sent to them can't be kept");
  }

  @Test
  void shouldSendTheOwedReportsAfterTheRestart() throws Exception {
    orders.buy("before");
    orders.answerTo("before");
    DiskFault.TORN_WRITE.strike(disk);
    buyThoughCut("a");
    awaitEnd(client);
    venue.stop();
    venue.start();
    client.connect(venue.port());

    assertThat(orders.answerTo("a").get(39)).isEqualTo("0");
    assertThat(client.received()).filteredOn(m -> m.get(11).equals("a")).hasSize(1);
    assertThat(client.received()).filteredOn(m -> m.get(11).equals("before")).hasSize(1);
  }

  /** A mark is raised each thousand numbers, and before the first of them is used. */
  @ParameterizedTest
  @EnumSource(names = {"WRITE", "TORN_WRITE", "FORCE"})
  void shouldLoseNothingWhereAMarkCanNotBeRaised(DiskFault fault) throws Exception {
    venue.stop();
    venue.withDurability(Durability.DISK).start(Storage.disk(), new FolderStorage("marks", disk));
    client.connect(venue.port());
    orders.buy("before");
    orders.answerTo("before");
    fault.strike(disk);
    int sent = 0;
    while (client.isConnected() && sent < 3_000) {
      try {
        orders.buy("order" + sent);
        sent++;
      } catch (IOException e) {
        break; // disconnected meanwhile
      }
    }
    awaitEnd(client);
    venue.stop();
    venue.start();
    client.connect(venue.port());

    assertThat(sent).isGreaterThan(500);
    for (String clOrdId : List.of("before", "order0", "order" + (sent - 1))) {
      assertThat(orders.statusOf(clOrdId)).as(clOrdId).isEqualTo("0");
      assertThat(client.received())
          .filteredOn(m -> m.get(11).equals(clOrdId) && m.get(150).equals("0"))
          .hasSize(1);
    }
  }

  /** What the log notes of the order before may fail first: then this one goes when it is asked. */
  private void buyThoughCut(String clOrdId) {
    try {
      orders.buy(clOrdId);
    } catch (IOException e) {
      assertThat(client.isConnected()).isFalse();
    }
  }

  private static void awaitEnd(SteadyClient client) {
    await("end of the connection").atMost(20, SECONDS).until(() -> !client.isConnected());
  }
}
