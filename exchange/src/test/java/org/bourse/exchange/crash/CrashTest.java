package org.bourse.exchange.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.crash.ProcessVenue.Ending.KILL;
import static org.bourse.exchange.crash.ProcessVenue.Ending.KILL_AT_REPORT;
import static org.bourse.exchange.crash.ProcessVenue.Ending.STOP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bourse.exchange.ProcessFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exchange's process is killed under load, again and again.
 *
 * <p>{@code -Dbourse.seed=N} plays one seed, {@code -Dbourse.crash.kills=N} sets how often it is
 * killed in all. A seed repeats the mix of requests and the moments, counted in answers; what
 * exactly is in flight then depends on the machine.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("bourse.crash.kills", 25);

  /** Kills of the ordinary build. */
  private static final int USUAL = 25;

  /** Kills enough for the segments, of 1 MB at least, to go. */
  private static final int MANY = 100;

  /** The seed with which segments that are not needed are archived. */
  private static final int ARCHIVING = 2;

  private static final String FIRST = "journal-0000000000000001.log";

  static LongStream seeds() {
    Long seed = Long.getLong("bourse.seed");
    return seed == null ? LongStream.of(1, 2, 3, 4, 5) : LongStream.of(seed);
  }

  @Test
  void shouldKeepEveryPromiseWithFileStore(@TempDir Path path) throws Exception {
    long seed = Long.getLong("bourse.seed", 6);
    ProcessFolder folder = ProcessVenue.folder(path, "os").exchangeWithFileStore("durability: os");
    play(folder, seed, "seed " + seed + ", FileStore", 1, path);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldKeepEveryPromiseThroughKills(long seed, @TempDir Path path) throws Exception {
    String durability = seed % 2 == 0 ? "disk" : "os";
    String archive = seed == ARCHIVING ? ", archive: archive" : "";
    ProcessFolder folder = ProcessVenue.tidyFolder(path, durability, archive);
    String name = "seed " + seed + ", durability " + durability;
    play(folder, seed, name, KILLS / (int) seeds().count(), path);
    requireTidied(folder.data(), seed == ARCHIVING);
  }

  private static void play(ProcessFolder folder, long seed, String name, int kills, Path path)
      throws Exception {
    try (Venue venue =
            new ProcessVenue(folder, seed, KILL, KILL, KILL, KILL_AT_REPORT, KILL_AT_REPORT, STOP);
        Rounds rounds = new Rounds(() -> name, seed, venue, path.resolve("traders"))) {
      rounds.begin();
      for (int round = 0; round < kills; round++) {
        rounds.play();
      }
      rounds.finish();
    }
  }

  /** Old snapshots went in each round; old segments, which are long, once there are some. */
  private static void requireTidied(Path data, boolean archived) throws IOException {
    List<String> snapshots = names(data.resolve("snapshots"));
    assertThat(snapshots).hasSizeBetween(KILLS < USUAL ? 0 : 2, 4);
    if (snapshots.isEmpty()) {
      return;
    }
    List<String> segments = names(data.resolve("journal"));
    long oldest = Long.parseLong(snapshots.get(0).replaceAll("snapshot-|\\..*", ""), 16);
    boolean rolled = segments.stream().anyMatch(s -> isWithin(s, 2, oldest));
    if (rolled) {
      assertThat(segments).doesNotContain(FIRST);
      assertThat(Files.exists(data.resolve("archive").resolve(FIRST))).isEqualTo(archived);
    }
    if (KILLS >= MANY) {
      assertThat(rolled).isTrue();
      assertThat(names(data.resolve("fix"))).doesNotContain(FIRST);
    }
  }

  private static boolean isWithin(String segment, long from, long to) {
    if (!segment.endsWith(".log")) {
      return false;
    }
    long first = Long.parseLong(segment.replaceAll("journal-|\\.log", ""), 16);
    return first >= from && first <= to;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
