package org.bourse.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bourse.exchange.journal.FaultyStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A data folder in which something was damaged comes back whole, or the start is refused.
 *
 * <p>{@code -Dbourse.damage.step=1} flips every byte that is in use; otherwise it is a part of
 * them.
 */
class DataFolderDamageTest {
  private static final int STEP = Integer.getInteger("bourse.damage.step", 499);
  private static final int STEP_IN_MAP = 10 * STEP;
  private static final int STEP_IN_ZEROS = 100 * STEP;

  /** What a refusal asks for. */
  private static final String REMEDY =
      "(?s).*(?i:restore|put |move |give each|start the version).*";

  /** A change that may do harm. */
  private interface Harm {
    void change() throws IOException;
  }

  private final Path path;
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private TradedFolder folder;
  private RecoveredFolder whole;
  private int recovered;

  DataFolderDamageTest(@TempDir Path path) {
    this.path = path;
    folder = new TradedFolder(path, path, path, Map.of());
    whole = new RecoveredFolder(0, 0, 0, Map.of());
  }

  private void use(TradedFolder traded) throws IOException {
    folder = traded;
    folder.restore();
    whole = recover();
    assertThat(whole.isNoWorseThan(whole, folder.nextTargets())).isTrue();
    assertThat(folder.files().stream().filter(f -> f.endsWith("manifest"))).hasSize(2);
  }

  @Test
  void shouldNeverBeSilentlyWrongAboutAChangedByte() throws Exception {
    use(TradedFolder.killed(path));
    for (Path file : folder.files()) {
      byte[] bytes = Files.readAllBytes(folder.whole().resolve(file));
      int at = 0;
      while (at < bytes.length) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << (at * 5 % 8));
        check(List.of(file), file + " changed at " + at, () -> Files.write(work(file), changed));
        at +=
            file.endsWith("open-orders.map")
                ? STEP_IN_MAP
                : bytes[at] == 0 ? zeros(bytes, at) : STEP;
      }
    }
    requireAllSound();
  }

  /** Within a long row of zeros, fewer are looked at. */
  private static int zeros(byte[] bytes, int from) {
    int to = from;
    while (to < bytes.length && bytes[to] == 0) {
      to++;
    }
    return Math.max(STEP, Math.min(to - from, STEP_IN_ZEROS));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldNeverBeSilentlyWrongAboutAFileThatIsCutMissingOrSwapped(boolean killed)
      throws Exception {
    use(killed ? TradedFolder.killed(path) : TradedFolder.stopped(path));
    for (Path file : folder.files()) {
      byte[] bytes = Files.readAllBytes(folder.whole().resolve(file));
      for (int length : new int[] {0, 1, 64, bytes.length / 2, bytes.length - 1}) {
        byte[] cut = Arrays.copyOf(bytes, length);
        check(List.of(file), file + " cut to " + length, () -> Files.write(work(file), cut));
      }
      check(List.of(file), file + " missing", () -> Files.delete(work(file)));
      for (Path other : folder.files()) {
        if (file.compareTo(other) < 0 && kind(file).equals(kind(other))) {
          check(List.of(file, other), file + " swapped with " + other, () -> swap(file, other));
        }
      }
    }
    requireAllSound();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldNeverBeSilentlyWrongAboutAMissingFolder(boolean killed) throws Exception {
    use(killed ? TradedFolder.killed(path) : TradedFolder.stopped(path));
    for (String missing :
        List.of(
            "journal",
            "snapshots",
            "journal snapshots",
            "journal fix",
            "snapshots fix",
            "fix/marks")) {
      List<Path> folders = Stream.of(missing.split(" ")).map(Path::of).toList();
      check(folders, missing + " missing", () -> deleteAll(folders));
    }
    requireAllSound();
  }

  private void deleteAll(List<Path> folders) throws IOException {
    for (Path one : folders) {
      TradedFolder.delete(work(one));
    }
  }

  /** As where a back-up was put back in the wrong place. */
  @Test
  void shouldRefuseWhatIsOfAnotherExchange() throws Exception {
    TradedFolder other = TradedFolder.killed(Files.createDirectory(path.resolve("other")));
    use(TradedFolder.killed(path));
    for (String foreign :
        List.of(
            "journal",
            "snapshots",
            "fix",
            "fix/marks",
            "journal snapshots",
            "journal fix",
            "snapshots fix")) {
      List<Path> folders = Stream.of(foreign.split(" ")).map(Path::of).toList();
      int before = recovered;
      check(
          folders,
          foreign + " of another exchange",
          () -> {
            deleteAll(folders);
            for (Path one : folders) {
              TradedFolder.copy(other.whole().resolve(one), work(one));
            }
          });
      assertThat(recovered).as(foreign).isEqualTo(before);
    }
    assertThat(wrong).isEmpty();
  }

  /** As where a part of an older back-up was put back. */
  @ParameterizedTest
  @ValueSource(strings = {"journal", "fix"})
  void shouldRefuseAPartThatIsOlderThanTheOrderlyEnd(String part) throws Exception {
    use(TradedFolder.stopped(path));
    Path older = path.resolve("older");
    TradedFolder.copy(folder.whole().resolve(part), older);
    try (RunningExchange exchange = RunningExchange.in(path.resolve("again"))) {
      exchange.continueOn(folder.whole());
      exchange.start();
    }

    check(
        List.of(Path.of(part)),
        "an older " + part,
        () -> {
          deleteAll(List.of(Path.of(part)));
          TradedFolder.copy(older, work(Path.of(part)));
        });
    assertThat(recovered).isZero();
    assertThat(wrong).isEmpty();
  }

  /** As the texts of refusals advise where it is lost. */
  @Test
  void shouldBeginAllNumbersAgainAndSaySoWhereTheMessageLogIsMissing() throws Exception {
    use(TradedFolder.stopped(path));
    TradedFolder.delete(work(Path.of("fix")));
    RecoveredFolder found = recover();

    assertThat(found.stateHash()).isEqualTo(whole.stateHash());
    assertThat(found.nextSenders().values()).containsOnly(1);
    TradedFolder.delete(work(Path.of("fix")));
    try (RunningExchange exchange = RunningExchange.in(path.resolve("again"));
        ErrorLog log = new ErrorLog()) {
      exchange.continueOn(folder.work());
      exchange.start();
      assertThat(log.warnings())
          .anyMatch(line -> line.startsWith("The FIX message log is missing"));
    }
  }

  private static String kind(Path file) {
    return file.getFileName().toString().replaceAll("[0-9a-f]{16}", "");
  }

  private void swap(Path one, Path other) throws IOException {
    Path aside = folder.work().resolve("aside");
    Files.move(work(one), aside);
    Files.move(work(other), work(one));
    Files.move(aside, work(other));
  }

  private Path work(Path file) {
    return folder.work().resolve(file);
  }

  private RecoveredFolder recover() throws IOException {
    return RecoveredFolder.of(folder.work(), folder.fixSettings(), new FaultyStorage());
  }

  private void check(List<Path> harmed, String what, Harm harm) throws IOException {
    folder.restore();
    harm.change();
    try {
      RecoveredFolder found = recover();
      recovered++;
      if (!found.isNoWorseThan(whole, folder.nextTargets())) {
        wrong.add(what + ": " + found + " instead of " + whole + " and " + folder.nextTargets());
      }
    } catch (IOException | RuntimeException e) {
      String message = String.valueOf(e.getMessage());
      refused.merge(message.replaceAll("\\b(0x)?[0-9a-f]+\\b", "#"), 1, Integer::sum);
      boolean names =
          harmed.stream().anyMatch(file -> message.contains(file.getName(0).toString()));
      if (e instanceof RuntimeException || !names || !message.matches(REMEDY)) {
        wrong.add(what + ": " + e);
      }
    }
  }

  private void requireAllSound() {
    System.out.println(recovered + " recovered, refused " + refused.size() + " kinds " + refused);
    assertThat(wrong).isEmpty();
    assertThat(recovered).isPositive();
    assertThat(refused).isNotEmpty();
  }
}
