package org.bourse.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.fix.FixText;
import org.bourse.exchange.fix.SteadyClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves behind, and the next one makes of it. */
class RestartTest {
  private static final String ABC = "{symbol: ABC, tick: 0.01}";
  private static final String XYZ = "{symbol: XYZ, tick: 0.01}";

  private final ProcessFolder folder;
  private final SteadyClient client = new SteadyClient("FIRM1");
  private final Orders orders = new Orders(client);
  private ExchangeProcess process;

  RestartTest(@TempDir Path path) throws Exception {
    folder = ProcessFolder.in(path);
    folder.instruments(ABC, XYZ);
    process = ExchangeProcess.open(folder);
    client.connect(folder.port());
  }

  @AfterEach
  void end() throws Exception {
    client.close();
    process.close();
  }

  @Test
  void shouldKeepWhatWasAcknowledgedWhenItIsKilled() throws Exception {
    Thread sender = new Thread(this::sendUntilCut);
    sender.start();
    client.await("500 reports", m -> m.get(11).equals("C500"));
    process.kill();
    client.close();
    sender.join();
    List<String> acknowledged = client.received().stream().map(m -> m.get(11)).limit(500).toList();
    reopen();

    for (String clOrdId : acknowledged) {
      orders.status(clOrdId, "is " + clOrdId);
    }
    client.await("last status", m -> m.get(790).equals("is " + acknowledged.get(499)));
    assertThat(client.received().stream().filter(m -> m.get(790).startsWith("is ")).limit(500))
        .hasSize(500)
        .allMatch(m -> m.get(39).equals("0"));
  }

  @Test
  void shouldAnswerEachOrderOnceThoughItIsKilled() throws Exception {
    Thread sender = new Thread(this::sendUntilCut);
    sender.start();
    client.await("500 reports", m -> m.get(11).equals("C500"));
    process.kill();
    client.close();
    sender.join();
    reopen();
    orders.buy("last");
    orders.answerTo("last");

    List<String> answered = client.received().stream().map(m -> m.get(11)).toList();
    assertThat(answered).doesNotHaveDuplicates();
    assertThat(client.received()).allMatch(m -> m.get(39).equals("0"));
  }

  @Test
  void shouldRefuseOrdersForAnInstrumentThatIsGoneAndCancelThoseThatAreOpen() throws Exception {
    orders.buy("open", "XYZ", "10.00");
    orders.answerTo("open");
    folder.instruments(ABC);
    restart();

    orders.buy("new", "XYZ", "10.00");
    FixText refused = orders.answerTo("new");
    assertThat(List.of(refused.get(39), refused.get(103), refused.get(55)))
        .containsExactly("8", "1", "XYZ");
    orders.cancel("cancel", "open", "XYZ");
    assertThat(orders.answerTo("cancel").get(39)).isEqualTo("4");
  }

  @Test
  void shouldRefuseToStartWithAnotherTickWhileOrdersAreOpen() throws Exception {
    orders.buy("open", "XYZ", "10.00");
    orders.answerTo("open");
    process.terminate();
    folder.instruments(ABC, "{symbol: XYZ, tick: 0.05}");

    process = ExchangeProcess.start(folder);
    assertThat(process.exitCode()).isEqualTo(2);
    assertThat(process.err()).hasSize(1);
    assertThat(process.err().get(0))
        .endsWith(
            "instruments.yaml: XYZ: tick may not change while orders are open: the data folder has"
                + " 0.01, the configuration 0.05");
  }

  @Test
  void shouldNameAnotherLotAsItIsConfigured() throws Exception {
    orders.buy("open", "XYZ", "10.00");
    orders.answerTo("open");
    process.terminate();
    folder.instruments(ABC, "{symbol: XYZ, tick: 0.010, price-scale: 2, lot: 5}");

    process = ExchangeProcess.start(folder);
    assertThat(process.exitCode()).isEqualTo(2);
    assertThat(process.err())
        .singleElement()
        .asString()
        .endsWith(
            "lot may not change while orders are open: the data folder has 1, the configuration 5");
  }

  @Test
  void shouldTradeAnInstrumentThatIsNew() throws Exception {
    folder.instruments("{symbol: NEW, tick: 0.5}", ABC, XYZ);
    restart();

    orders.buy("new", "NEW", "10.5");
    assertThat(orders.answerTo("new").get(39)).isEqualTo("0");
    orders.buy("old", "ABC", "10.01");
    assertThat(orders.answerTo("old").get(39)).isEqualTo("0");
  }

  @Test
  void shouldOweReportsToASessionThatIsTakenOutAndComesBack() throws Exception {
    orders.buy("resting");
    orders.answerTo("resting");
    folder.sessions("FIRM0", "FIRM2");
    restartWithout();
    try (SteadyClient other = new SteadyClient("FIRM0").connect(folder.port())) {
      new Orders(other).sell("taker", "ABC", "10.00");
      other.await("fill", m -> m.get(150).equals("F"));
    }
    folder.sessions("FIRM1", "FIRM2");
    restart();

    FixText fill = client.await("owed fill", m -> m.get(150).equals("F"));
    assertThat(fill.get(11)).isEqualTo("resting");
    assertThat(client.received()).filteredOn(m -> m.get(150).equals("F")).hasSize(1);
  }

  private void restart() throws Exception {
    restartWithout();
    client.connect(folder.port());
  }

  private void restartWithout() throws Exception {
    process.terminate();
    client.close();
    process = ExchangeProcess.open(folder);
  }

  private void reopen() throws Exception {
    process = ExchangeProcess.open(folder);
    client.connect(folder.port());
  }

  private void sendUntilCut() {
    try {
      for (int i = 1; i < 20_000; i++) {
        orders.buy("C" + i);
      }
    } catch (IOException e) {
      // the process was killed, which is what this waits for
    }
  }
}
