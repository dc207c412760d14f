package org.bourse.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bourse.exchange.fix.SteadyClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code verify} on a folder of a real run, one thing of which was damaged. */
class DamageToolTest {
  private static final int ORDERS = 300;

  private static Path ran = Path.of("");

  private final Path temp;
  private final Path data;

  DamageToolTest(@TempDir Path temp) {
    this.temp = temp;
    data = temp.resolve("data");
  }

  @BeforeAll
  static void runAnExchange(@TempDir Path folder) throws Exception {
    ran = folder;
    try (RunningExchange venue = RunningExchange.in(ran).withSegmentSize(16 << 10)) {
      venue.start();
      try (SteadyClient client = new SteadyClient("BROKER1").connect(venue.port())) {
        Orders orders = new Orders(client);
        trade(orders, 1);
        assertThat(Tool.snapshot(venue.data()).exitCode()).isZero();
        trade(orders, ORDERS + 1);
      }
    }
  }

  private static void trade(Orders orders, int first) throws IOException {
    for (int i = first; i < first + ORDERS; i++) {
      if (i % 10 == 0) {
        orders.sell("C" + i, "ABC", "10.00");
      } else {
        orders.buy("C" + i);
      }
    }
    orders.answerTo("C" + (first + ORDERS - 1));
  }

  @BeforeEach
  void copy() throws IOException {
    Path from = ran.resolve("data");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, data.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void shouldFindNothingWrong() {
    Tool verified = Tool.verify(data);

    assertThat(verified.out()).singleElement().asString().startsWith("OK: ");
    assertThat(verified.exitCode()).isZero();
  }

  @ParameterizedTest(name = "{0} of {1} at {2}")
  @CsvSource({
    "1, journal/journal-*, 300",
    "1, journal/journal-*, 26",
    "2, journal/journal-*, 1000",
    "-1, journal/journal-*, 300",
    "1, snapshots/snapshot-*/manifest, 30",
    "1, snapshots/snapshot-*/open-orders.map, 5000",
    "1, snapshots/snapshot-*/engine.state, 60",
    "-1, snapshots/snapshot-*/manifest, 30",
    "1, fix/journal-*, 300",
    "2, fix/journal-*, 2000",
    "-1, fix/journal-*, 300",
    "1, fix/marks/journal-*, 70",
  })
  void shouldNameTheFileInWhichAByteHasChanged(int which, String glob, int offset)
      throws IOException {
    Path file = pick(glob, which);
    byte[] bytes = Files.readAllBytes(file);
    bytes[offset] ^= 0x10;
    Files.write(file, bytes);

    requireFault(whole(file));
  }

  @ParameterizedTest
  @CsvSource({
    "2, journal/journal-*",
    "2, fix/journal-*",
    "1, snapshots/snapshot-*/manifest",
    "1, snapshots/snapshot-*/open-orders.map",
    "1, snapshots/snapshot-*/engine.state",
  })
  void shouldNameWhatIsBesideAMissingFile(int which, String glob) throws IOException {
    Path file = pick(glob, which);
    Path named = whole(file).equals(file) ? after(file) : whole(file);
    Files.delete(file);

    requireFault(named);
  }

  @ParameterizedTest
  @CsvSource({
    "journal/journal-*, 1, journal/journal-*, 2",
    "journal/journal-*, 1, fix/journal-*, 1",
    "snapshots/snapshot-*/manifest, 1, snapshots/snapshot-*/manifest, 2",
    "snapshots/snapshot-*/engine.state, 1, snapshots/snapshot-*/engine.state, 2",
    "fix/journal-*, 1, fix/journal-*, 2",
  })
  void shouldSayThatFilesWereSwapped(String glob1, int which1, String glob2, int which2)
      throws IOException {
    Path one = pick(glob1, which1);
    Path other = pick(glob2, which2);
    Path aside = data.resolve("aside");
    Files.move(one, aside);
    Files.move(other, one);
    Files.move(aside, other);

    requireFault(whole(one));
  }

  @Test
  void shouldSayThatTheJournalsEndIsMissing() throws IOException {
    Files.delete(pick("journal/journal-*", -1));

    requireFault(pick("journal/journal-*", -1));
    assertThat(Tool.verify(data).out()).anyMatch(line -> line.contains("its end is missing"));
  }

  @Test
  void shouldSayThatTheMessageLogsEndIsMissing() throws IOException {
    for (int i = 0; i < 3; i++) {
      Files.delete(pick("fix/journal-*", -1));
    }

    requireFault(pick("fix/journal-*", -1));
    assertThat(Tool.verify(data).out())
        .filteredOn(line -> line.contains(" was not told "))
        .singleElement()
        .asString()
        .containsPattern("BROKER1 was not told events \\d+ to \\d+ \\(\\d+ of them\\), though");
  }

  @Test
  void shouldSayThatTheMessageLogIsMissing() throws IOException {
    TradedFolder.delete(data.resolve("fix"));

    requireFault(data.resolve("fix"));
    assertThat(Tool.verify(data).out())
        .singleElement()
        .asString()
        .contains("restore the folder from a back-up", "numbers begin at 1 again");
  }

  @Test
  void shouldSayThatTheMessageLogHoldsNothing() throws IOException {
    TradedFolder.delete(data.resolve("fix"));
    Files.createDirectory(data.resolve("fix"));

    requireFault(data.resolve("fix"));
  }

  @Test
  void shouldNotMissTheMessageLogWhereNothingWasJournaled() throws IOException {
    Path fresh = temp.resolve("fresh");
    Files.createDirectories(fresh.resolve("journal"));

    Tool verified = Tool.verify(fresh);
    assertThat(verified.out()).singleElement().asString().startsWith("OK: ");
    assertThat(verified.exitCode()).isZero();
  }

  @Test
  void shouldNotRunOnWhatIsNoDataFolder() throws IOException {
    Path foreign = Files.createDirectory(temp.resolve("foreign"));
    for (Path folder : List.of(temp.resolve("none"), foreign)) {
      for (Tool tool :
          List.of(
              Tool.verify(folder),
              Tool.inspect(folder),
              Tool.replay(folder),
              Tool.snapshot(folder))) {
        assertThat(tool.exitCode()).isEqualTo(2);
        assertThat(tool.err()).singleElement().asString().contains(folder.toString());
        assertThat(tool.out()).isEmpty();
      }
    }
  }

  private void requireFault(Path file) {
    Tool verified = Tool.verify(data);
    assertThat(verified.out())
        .anyMatch(line -> line.startsWith("FAULT: ") && line.contains(file.toString()));
    assertThat(verified.out()).noneMatch(line -> line.startsWith("OK"));
    assertThat(verified.err()).isEmpty();
    assertThat(verified.exitCode()).isEqualTo(1);
  }

  /** The snapshot that a file is of, else the file. */
  private Path whole(Path file) {
    Path parent = Objects.requireNonNull(file.getParent());
    return parent.startsWith(data.resolve("snapshots")) ? parent : file;
  }

  private Path pick(String glob, int which) throws IOException {
    List<Path> files = files(glob);
    return files.get(which < 0 ? files.size() + which : which - 1);
  }

  private Path after(Path file) throws IOException {
    try (Stream<Path> files = Files.list(Objects.requireNonNull(file.getParent()))) {
      return files
          .filter(other -> other.compareTo(file) > 0 && !other.toString().endsWith(".blank"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private List<Path> files(String glob) throws IOException {
    var matcher = data.getFileSystem().getPathMatcher("glob:" + data + "/" + glob);
    try (Stream<Path> files = Files.walk(data)) {
      return files
          .filter(file -> matcher.matches(file) && !file.toString().endsWith(".blank"))
          .sorted()
          .toList();
    }
  }
}
