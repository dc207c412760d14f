package org.bourse.exchange;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bourse.exchange.fix.SteadyClient;
import org.bourse.exchange.journal.FaultyStorage;
import org.bourse.exchange.journal.LastRun;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.snapshot.SnapshotRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A disk on which nothing can be written: at the start, and under the snapshots and the archive.
 */
class DiskFullTest {
  private static final int MOST_WRITES = 60;

  /** Whose storage it is. */
  enum Part {
    JOURNAL,
    MESSAGES,
    SNAPSHOTS;

    Environment on(Storage bad) {
      Storage good = Storage.disk();
      return new Environment(
          this == JOURNAL ? bad : good,
          this == MESSAGES ? bad : good,
          this == SNAPSHOTS ? bad : good,
          LastRun.bootId());
    }
  }

  private final ErrorLog errors = new ErrorLog();
  private final RunningExchange venue;
  private final SteadyClient client = new SteadyClient("BROKER1");
  private final Orders orders = new Orders(client);

  DiskFullTest(@TempDir Path folder) throws Exception {
    venue = RunningExchange.in(folder).withSegmentSize(4096);
  }

  @BeforeEach
  void keepAnOrder() throws Exception {
    venue.start();
    client.connect(venue.port());
    orders.buy("kept");
    orders.answerTo("kept");
    client.close();
    venue.stop();
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    venue.close();
    errors.close();
  }

  @ParameterizedTest
  @EnumSource
  void shouldRefuseToStartByTheNameOfTheFileForWhichThereIsNoRoom(Part part) throws Exception {
    int refusals = 0;
    for (long room : new long[] {0, 20, 100, 4_200, 9_000, 300_000}) {
      FaultyStorage disk = new FaultyStorage();
      disk.leaveRoom(room);
      refusals += startOrRefuse(part.on(disk)) ? 0 : 1;
    }

    requireRefusals(part, refusals);
    requireKept();
  }

  @ParameterizedTest
  @EnumSource
  void shouldRefuseToStartByTheNameOfTheFileThatCanNotBeWritten(Part part) throws Exception {
    int refusals = 0;
    for (int write = 1; write < MOST_WRITES; write += 3) {
      FaultyStorage disk = new FaultyStorage();
      disk.failWrite(write, write % 2 * 10);
      refusals += startOrRefuse(part.on(disk)) ? 0 : 1;
    }

    requireRefusals(part, refusals);
    requireKept();
  }

  /** A start can do without a snapshot, and one that it had no room to read stays what it is. */
  private void requireRefusals(Part part, int refusals) throws IOException {
    if (part == Part.SNAPSHOTS) {
      assertThat(refusals).isZero();
    } else {
      assertThat(refusals).isPositive();
    }
    try (Stream<Path> snapshots = Files.list(venue.data().resolve("snapshots"))) {
      assertThat(snapshots).noneMatch(path -> path.toString().contains("damaged"));
    }
  }

  /** Whether it started; else the refusal must name a file of the data folder. */
  private boolean startOrRefuse(Environment environment) throws Exception {
    try {
      venue.start(environment);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining(venue.data().toString());
      return false;
    }
    try {
      venue.stop();
    } catch (IOException e) {
      assertThat(e).hasMessageContaining(venue.data().toString());
    }
    return true;
  }

  @Test
  void shouldTradeOnWithoutASnapshotAndSealItOnceThereIsRoom() throws Exception {
    FaultyStorage disk = new FaultyStorage();
    venue.start(Part.SNAPSHOTS.on(disk));
    client.connect(venue.port());
    SnapshotRequest request = new SnapshotRequest(venue.data().resolve("snapshots"));
    orders.buy("before");
    orders.answerTo("before");
    disk.leaveRoom(0);
    request.ask();
    await().atMost(20, SECONDS).until(() -> !SnapshotRequest.waits(request.answer()));
    assertThat(request.answer()).contains("snapshot-", "No space left on device");
    orders.buy("meanwhile");
    orders.answerTo("meanwhile");
    disk.leaveRoom(Long.MAX_VALUE);
    request.ask();
    await().atMost(20, SECONDS).until(() -> request.answer().isEmpty());
    client.close();
    venue.stop();

    assertThat(errors.lines())
        .containsExactly("No snapshot could be taken; the next attempt follows in a while");
    requireKept("before", "meanwhile");
  }

  @Test
  void shouldTradeOnThoughTheArchiveCanNotBeWritten() throws Exception {
    Path archive = venue.data().resolve("archive");
    Files.writeString(archive, "no folder");
    venue.withSettings(
        "journal: {archive: archive}",
        "snapshot: {every-commands: 100, every-minutes: 0, keep: 2}");
    venue.start();
    client.connect(venue.port());
    AtomicInteger sent = new AtomicInteger();
    await()
        .atMost(60, SECONDS)
        .pollInterval(300, MILLISECONDS) // a look of the snapshot's thread is between two rounds
        .until(
            () -> {
              for (int i = 0; i < 120; i++) {
                orders.buy("order" + sent.getAndIncrement());
              }
              orders.answerTo("order" + (sent.get() - 1));
              return !errors.lines().isEmpty();
            });
    orders.buy("afterwards");
    orders.answerTo("afterwards");
    client.close();
    venue.stop();
    Files.delete(archive);

    requireKept("order0", "order" + (sent.get() - 1), "afterwards");
    assertThat(archive.resolve("journal-0000000000000001.log")).exists();
  }

  private void requireKept(String... clOrdIds) throws Exception {
    venue.start();
    client.connect(venue.port());
    assertThat(orders.statusOf("kept")).isEqualTo("0");
    for (String clOrdId : clOrdIds) {
      assertThat(orders.statusOf(clOrdId)).as(clOrdId).isEqualTo("0");
    }
    client.close();
    venue.stop();
  }
}
