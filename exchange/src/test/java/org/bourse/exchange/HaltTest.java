package org.bourse.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.BrokenStorage.Fault;
import org.bourse.exchange.model.Durability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal's disk fails while a client is logged on. */
class HaltTest {
  private static final String HALTED = "Order entry is halted: the journal can't be written";

  private final ExchangeRig venue;
  private final FixClient client = new FixClient("FIRM1");
  private final Orders orders = new Orders(client);

  HaltTest(@TempDir Path folder) throws Exception {
    venue = new ExchangeRig(folder, Durability.DISK);
  }

  @BeforeEach
  void open() throws Exception {
    venue.start();
    client.connect(venue.port());
    orders.buy("taken");
    assertThat(orders.answerTo("taken").get(39)).isEqualTo("0");
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    venue.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"WRITE", "TORN_WRITE", "FORCE"})
  void shouldRefuseEveryRequestOnceTheJournalFails(Fault fault) throws Exception {
    venue.journal().fail(fault);

    assertRefused(orders.buy("a"), "D", "a");
    assertRefused(orders.cancel("b", "taken", "ABC"), "F", "b");
    assertRefused(orders.replace("c", "taken"), "G", "c");
    assertRefused(orders.status("taken", "q"), "H", "taken");
    assertRefused(orders.buy("d", "NONE", "10.00"), "D", "d");
  }

  @Test
  void shouldRefuseOnceThereIsNoRoomForTheNextSegment() throws Exception {
    int refused = fillUp();

    assertRefused(refused, "D", "filler" + (refused - 3));
    assertRefused(orders.buy("a"), "D", "a");
  }

  @Test
  void shouldKeepWhatWasTakenBeforeThereWasNoRoom() throws Exception {
    int refused = fillUp();
    restart();

    assertThat(orders.statusOf("filler0")).isEqualTo("0");
    assertThat(orders.statusOf("filler" + (refused - 4))).isEqualTo("0");
    assertThat(orders.statusOf("filler" + (refused - 3))).isEqualTo("8");
  }

  @Test
  void shouldSayOnceInTheLogThatOrderEntryIsHalted() throws Exception {
    venue.journal().fail(Fault.FORCE);
    for (int i = 0; i < 20; i++) {
      orders.refusalOf(orders.buy("a" + i));
    }

    assertThat(venue.errors())
        .containsExactly(
            "Order entry is halted, every request is refused until a restart: the journal can't be"
                + " written");
  }

  @Test
  void shouldKeepSessionsUpWhileItIsHalted() throws Exception {
    venue.journal().fail(Fault.WRITE);
    orders.refusalOf(orders.buy("a"));
    orders.checkAlive();

    try (FixClient other = new FixClient("FIRM2").connect(venue.port())) {
      new Orders(other).refusalOf(new Orders(other).buy("b"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"WRITE", "TORN_WRITE", "FORCE"})
  void shouldKeepWhatWasTakenAndForgetWhatWasRefused(Fault fault) throws Exception {
    refuseSome(fault);
    restart();

    assertThat(orders.statusOf("taken")).isEqualTo("0");
    assertThat(List.of(orders.statusOf("a"), orders.statusOf("b"))).containsOnly("8");
    orders.buy("after");
    assertThat(orders.answerTo("after").get(39)).isEqualTo("0");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"WRITE", "TORN_WRITE", "FORCE"})
  void shouldForgetWhatWasRefusedWhenItWasKilled(Fault fault) throws Exception {
    refuseSome(fault);
    venue.continueOnCopy();
    restart();

    assertThat(orders.statusOf("taken")).isEqualTo("0");
    assertThat(List.of(orders.statusOf("a"), orders.statusOf("b"))).containsOnly("8");
  }

  @Test
  void shouldGoOnWithTheClientsNumbersAfterTheRestart() throws Exception {
    int refused = refuseSome(Fault.FORCE);
    restart();
    orders.checkAlive();

    assertThat(client.resendRequests()).allMatch(request -> request.number(7) > refused);
  }

  @Test
  void shouldNotCarryOutARefusedOrderThatComesAgain() throws Exception {
    int refused = refuseSome(Fault.FORCE);
    client.sendAgain(refused);
    restart();
    client.sendAgain(refused);
    client.sendAgain(refused - 1);

    assertThat(List.of(orders.statusOf("a"), orders.statusOf("b"))).containsOnly("8");
  }

  @Test
  void shouldKeepWhatWasTakenBetweenTwoHalts() throws Exception {
    refuseSome(Fault.FORCE);
    restart();
    orders.buy("between");
    orders.answerTo("between");
    venue.journal().fail(Fault.FORCE);
    orders.refusalOf(orders.buy("c"));
    restart();

    assertThat(orders.statusOf("between")).isEqualTo("0");
    assertThat(List.of(orders.statusOf("a"), orders.statusOf("c"))).containsOnly("8");
  }

  @Test
  void shouldForgetWhatWasRefusedThoughNumbersBeganAgain() throws Exception {
    refuseSome(Fault.FORCE);
    client.close();
    client.connectWithReset(venue.port());
    orders.checkAlive();
    restart();

    assertThat(orders.statusOf("taken")).isEqualTo("0");
    assertThat(List.of(orders.statusOf("a"), orders.statusOf("b"))).containsOnly("8");
  }

  /** Has a and b refused, and returns the number of b. */
  private int refuseSome(Fault fault) throws Exception {
    venue.journal().fail(fault);
    orders.refusalOf(orders.buy("a"));
    int last = orders.buy("b");
    orders.refusalOf(last);
    return last;
  }

  /** Sends orders until one is refused, and returns its number. */
  private int fillUp() throws Exception {
    venue.journal().fail(Fault.NO_ROOM);
    for (int i = 0; i < 5_000; i++) {
      String clOrdId = "filler" + i;
      int number = orders.buy(clOrdId);
      FixMessage answer =
          client.await(
              "answer to " + clOrdId,
              m -> m.get(11).equals(clOrdId) || m.get(45).equals(String.valueOf(number)));
      if (answer.type().equals("j")) {
        return number;
      }
    }
    throw new AssertionError("never full");
  }

  private void restart() throws Exception {
    venue.stop();
    client.close();
    venue.start();
    client.connect(venue.port());
  }

  private void assertRefused(int msgSeqNum, String type, String id) {
    FixMessage refusal = orders.refusalOf(msgSeqNum);
    assertThat(List.of(372, 379, 380, 58))
        .extracting(refusal::get)
        .containsExactly(type, id, "4", HALTED);
  }
}
