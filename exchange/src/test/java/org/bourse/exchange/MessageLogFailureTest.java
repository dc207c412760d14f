package org.bourse.exchange;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import org.bourse.exchange.BrokenStorage.Fault;
import org.bourse.exchange.model.Durability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the message log fails while clients are logged on. */
class MessageLogFailureTest {
  private final ExchangeRig venue;
  private final FixClient client = new FixClient("FIRM1");
  private final Orders orders = new Orders(client);

  MessageLogFailureTest(@TempDir Path folder) throws Exception {
    venue = new ExchangeRig(folder, Durability.OS);
  }

  @BeforeEach
  void open() throws Exception {
    venue.start();
    client.connect(venue.port());
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    venue.close();
  }

  @Test
  void shouldDisconnectAllClientsWhenAReportCanNotBeKept() throws Exception {
    try (FixClient other = new FixClient("FIRM2").connect(venue.port())) {
      venue.messages().fail(Fault.WRITE);
      orders.buy("a");

      awaitEnd(client);
      awaitEnd(other);
    }
    assertThat(client.received()).isEmpty();
  }

  @Test
  void shouldDisconnectWhenASessionsOwnMessageCanNotBeKept() throws Exception {
    venue.messages().fail(Fault.WRITE);
    client.send("1", "112=T");

    awaitEnd(client);
    assertThat(client.received()).isEmpty();
  }

  @Test
  void shouldTakeNoConnectionAfterwards() throws Exception {
    venue.messages().fail(Fault.WRITE);
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
    venue.messages().fail(Fault.TORN_WRITE);
    orders.buy("a");
    awaitEnd(client);
    venue.stop();

    assertThat(venue.errors())
        .containsExactly(
            "All clients are disconnected until a restart: what is sent to them can't be kept");
  }

  @Test
  void shouldSendTheOwedReportsAfterTheRestart() throws Exception {
    orders.buy("before");
    orders.answerTo("before");
    venue.messages().fail(Fault.TORN_WRITE);
    orders.buy("a");
    awaitEnd(client);
    venue.stop();
    venue.start();
    client.connect(venue.port());

    assertThat(orders.answerTo("a").get(39)).isEqualTo("0");
    assertThat(client.received()).filteredOn(m -> m.get(11).equals("a")).hasSize(1);
    assertThat(client.received()).filteredOn(m -> m.get(11).equals("before")).hasSize(1);
  }

  private static void awaitEnd(FixClient client) {
    await("end of the connection").atMost(20, SECONDS).until(() -> !client.isConnected());
  }
}
