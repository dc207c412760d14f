package org.bourse.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.fix.FixText;
import org.bourse.exchange.fix.SteadyClient;
import org.bourse.exchange.journal.DiskFault;
import org.bourse.exchange.journal.FaultyStorage;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.model.Durability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal's disk fails while a client is logged on. */
class HaltTest {
  private static final String HALTED = "Order entry is halted until the exchange is started again";

  private final ErrorLog errors = new ErrorLog();
  private final RunningExchange venue;
  private final SteadyClient client = new SteadyClient("BROKER1");
  private final Orders orders = new Orders(client);
  private FaultyStorage disk = new FaultyStorage();

  HaltTest(@TempDir Path folder) throws Exception {
    venue = RunningExchange.in(folder).withDurability(Durability.DISK).withSegmentSize(32 << 10);
  }

  @BeforeEach
  void open() throws Exception {
    venue.start(disk, Storage.disk());
    client.connect(venue.port());
    orders.buy("taken");
    assertThat(orders.answerTo("taken").get(39)).isEqualTo("0");
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    venue.close();
    errors.close();
  }

  @ParameterizedTest
  @EnumSource(value = DiskFault.class, mode = EXCLUDE, names = "NO_ROOM")
  void shouldRefuseEveryRequestOnceTheJournalFails(DiskFault fault) throws Exception {
    fault.strike(disk);

    assertRefused(orders.buy("a"), "D", "a");
    assertRefused(orders.cancel("b", "taken", "ABC"), "F", "b");
    assertRefused(orders.replace("c", "taken"), "G", "c");
    assertRefused(orders.status("taken", "q"), "H", "taken");
    assertRefused(orders.buy("d", "NONE", "10.00"), "D", "d");
  }

  @Test
  void shouldRefuseOnceThereIsNoRoomForTheNextSegment() throws Exception {
    DiskFault.NO_ROOM.strike(disk);
    int refused = orders.buyUntilRefused();

    assertRefused(refused, "D", "filler" + (refused - 3));
    assertRefused(orders.buy("a"), "D", "a");
  }

  @Test
  void shouldKeepWhatWasTakenBeforeThereWasNoRoom() throws Exception {
    DiskFault.NO_ROOM.strike(disk);
    int refused = orders.buyUntilRefused();
    restart();

    assertThat(orders.statusOf("filler0")).isEqualTo("0");
    assertThat(orders.statusOf("filler" + (refused - 4))).isEqualTo("0");
    assertThat(orders.statusOf("filler" + (refused - 3))).isEqualTo("8");
  }

  @Test
  void shouldSayOnceInTheLogThatOrderEntryIsHalted() throws Exception {
    DiskFault.FORCE.strike(disk);
    for (int i = 0; i < 20; i++) {
      orders.refusalOf(orders.buy("a" + i));
    }

    assertThat(errors.lines())
        .containsExactly(
            "Order entry is halted, every request is refused until a restart: what it acknowledges"
                + " can't be kept");
  }

  @Test
  void shouldKeepSessionsUpWhileItIsHalted() throws Exception {
    DiskFault.WRITE.strike(disk);
    orders.refusalOf(orders.buy("a"));
    orders.checkAlive();

    try (SteadyClient other = new SteadyClient("BROKER2").connect(venue.port())) {
      new Orders(other).refusalOf(new Orders(other).buy("b"));
    }
  }

  @ParameterizedTest
  @EnumSource(value = DiskFault.class, mode = EXCLUDE, names = "NO_ROOM")
  void shouldKeepWhatWasTakenAndForgetWhatWasRefused(DiskFault fault) throws Exception {
    refuseSome(fault);
    restart();

    assertThat(orders.statusOf("taken")).isEqualTo("0");
    assertThat(List.of(orders.statusOf("a"), orders.statusOf("b"))).containsOnly("8");
    orders.buy("after");
    assertThat(orders.answerTo("after").get(39)).isEqualTo("0");
  }

  @ParameterizedTest
  @EnumSource(value = DiskFault.class, mode = EXCLUDE, names = "NO_ROOM")
  void shouldForgetWhatWasRefusedWhenItWasKilled(DiskFault fault) throws Exception {
    refuseSome(fault);
    venue.continueOnCopy();
    restart();

    assertThat(orders.statusOf("taken")).isEqualTo("0");
    assertThat(List.of(orders.statusOf("a"), orders.statusOf("b"))).containsOnly("8");
  }

  @Test
  void shouldGoOnWithTheClientsNumbersAfterTheRestart() throws Exception {
    int refused = refuseSome(DiskFault.FORCE);
    restart();
    orders.checkAlive();

    assertThat(client.resendRequests()).allMatch(request -> request.number(7) > refused);
  }

  @Test
  void shouldNotCarryOutARefusedOrderThatComesAgain() throws Exception {
    int refused = refuseSome(DiskFault.FORCE);
    client.sendAgain(refused);
    restart();
    client.sendAgain(refused);
    client.sendAgain(refused - 1);

    assertThat(List.of(orders.statusOf("a"), orders.statusOf("b"))).containsOnly("8");
  }

  @Test
  void shouldKeepWhatWasTakenBetweenTwoHalts() throws Exception {
    refuseSome(DiskFault.FORCE);
    restart();
    orders.buy("between");
    orders.answerTo("between");
    DiskFault.FORCE.strike(disk);
    orders.refusalOf(orders.buy("c"));
    restart();

    assertThat(orders.statusOf("between")).isEqualTo("0");
    assertThat(List.of(orders.statusOf("a"), orders.statusOf("c"))).containsOnly("8");
  }

  @Test
  void shouldForgetWhatWasRefusedThoughNumbersBeganAgain() throws Exception {
    refuseSome(DiskFault.FORCE);
    client.close();
    client.connectWithReset(venue.port());
    orders.checkAlive();
    restart();

    assertThat(orders.statusOf("taken")).isEqualTo("0");
    assertThat(List.of(orders.statusOf("a"), orders.statusOf("b"))).containsOnly("8");
  }

  /** Has a and b refused, and returns the number of b. */
  private int refuseSome(DiskFault fault) throws Exception {
    fault.strike(disk);
    orders.refusalOf(orders.buy("a"));
    int last = orders.buy("b");
    orders.refusalOf(last);
    return last;
  }

  private void restart() throws Exception {
    venue.stop();
    client.close();
    disk = new FaultyStorage();
    venue.start(disk, Storage.disk());
    client.connect(venue.port());
  }

  private void assertRefused(int msgSeqNum, String type, String id) {
    FixText refusal = orders.refusalOf(msgSeqNum);
    assertThat(List.of(372, 379, 380, 58))
        .extracting(refusal::get)
        .containsExactly(type, id, "4", HALTED);
  }
}
