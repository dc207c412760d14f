package org.bourse.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not there, not text, not YAML, or more of YAML than is wanted. */
class FileFaultsTest {

  private final Path temporary;
  private final ConfigFolder folder;

  FileFaultsTest(@TempDir Path temporary) throws IOException {
    this.temporary = temporary;
    this.folder = ConfigFolder.valid(temporary);
  }

  @Test
  void shouldReportMissingFolder() {
    ConfigFolder missing = new ConfigFolder(temporary.resolve("missing"));

    assertThat(missing.faults())
        .containsExactly("config: there is no such folder; name another by --config");
  }

  @Test
  void shouldReportMissingFiles() throws Exception {
    Files.delete(temporary.resolve("exchange.yaml"));
    Files.delete(temporary.resolve("instruments.yaml"));

    assertThat(folder.faults())
        .containsExactly(
            "config/exchange.yaml: there is no such file; --config names the folder that holds it",
            "config/instruments.yaml: there is no such file; --config names the folder that holds"
                + " it");
  }

  @Test
  void shouldReportFolderInPlaceOfFile() throws Exception {
    Files.delete(temporary.resolve("exchange.yaml"));
    Files.createDirectory(temporary.resolve("exchange.yaml"));

    assertThat(folder.faults()).containsExactly("config/exchange.yaml:1: not a file");
  }

  @Test
  void shouldReportFileThatMayNotBeRead() throws Exception {
    Path file = temporary.resolve("exchange.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");

    assertThat(folder.faults())
        .containsExactly("config/exchange.yaml:1: not readable: permission denied");
  }

  @Test
  void shouldReportFileThatIsTooLarge() throws Exception {
    folder.write("exchange.yaml", new byte[SourceText.LARGEST + 1]);

    assertThat(folder.faults()).containsExactly("config/exchange.yaml:1: larger than 4MB");
  }

  @Test
  void shouldReportEmptyFiles() throws Exception {
    folder.exchange().instruments("# nothing but", "# comments");

    assertThat(folder.faults())
        .containsExactly(
            "config/exchange.yaml:1: empty, known here: durability, journal, snapshot, engine,"
                + " sequencer, fix, http, venue, market-data",
            "config/instruments.yaml:1: empty, known here: instruments");
  }

  @Test
  void shouldReportBytesThatAreNotText() throws Exception {
    byte[] latin1 = "durability: os\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    folder.write("exchange.yaml", latin1);

    assertThat(folder.faults()).containsExactly("config/exchange.yaml:2: not UTF-8");
  }

  @Test
  void shouldReportEachLineWithCharacterThatIsNotAllowed() throws Exception {
    folder.exchange("durability: os", "# bell \u0007", "# \u2028", "# old\rMac", "\uFEFF");

    assertThat(folder.faults())
        .containsExactly(
            "config/exchange.yaml:2: character U+0007 is not allowed",
            "config/exchange.yaml:3: character U+2028 is not allowed",
            "config/exchange.yaml:4: character U+000D is not allowed",
            "config/exchange.yaml:5: character U+FEFF is not allowed");
  }

  @Test
  void shouldReportEachLineIndentedByTab() throws Exception {
    folder.exchange("journal:", "\tsegment-size: 64MB", "engine:", "  \texpected-open-orders: 9");

    assertThat(folder.faults())
        .containsExactly(
            "config/exchange.yaml:2: indented by a tab, use spaces",
            "config/exchange.yaml:4: indented by a tab, use spaces");
  }

  @Test
  void shouldReportSecondDocument() throws Exception {
    folder.exchange("durability: os", "---", "durability: disk");

    assertThat(folder.faults())
        .containsExactly("config/exchange.yaml:2: a second document, only one is allowed");
  }

  @Test
  void shouldReportAnchorsAndAliases() throws Exception {
    folder.instruments(
        "instruments:", "  - &a {symbol: ABC, tick: 1}", "  - *a", "  - <<: *a", "    symbol: XYZ");

    assertThat(folder.faults())
        .containsExactly(
            "config/instruments.yaml:2: instruments[0]: anchors are not allowed, was &a",
            "config/instruments.yaml:3: instruments[1]: aliases are not allowed, was *a",
            "config/instruments.yaml:4: instruments[2].\"<<\": aliases are not allowed, was *a",
            "config/instruments.yaml:4: instruments[2].\"<<\": unknown key, known here: symbol,"
                + " tick, lot, price-scale, quantity-scale, max-price, max-quantity,"
                + " reference-price, price-band, volatility-band, volatility-auction,"
                + " market-protection, stop-trigger, post-only, group",
            "config/instruments.yaml:4: instruments[2].tick: missing");
  }

  @Test
  void shouldReportTags() throws Exception {
    folder.exchange("durability: !!str os", "journal: !!java.net.URL {segment-size: 64MB}");

    assertThat(folder.faults())
        .containsExactly(
            "config/exchange.yaml:1: durability: tags are not allowed, was tag:yaml.org,2002:str",
            "config/exchange.yaml:2: journal: tags are not allowed, was"
                + " tag:yaml.org,2002:java.net.URL");
  }

  @Test
  void shouldReportKeysThatAreNotText() throws Exception {
    folder.exchange("? [a, b]", ": c", "{d: e}: f", "durability: os");

    assertThat(folder.faults())
        .containsExactly(
            "config/exchange.yaml:1: a key must be a text, was a list",
            "config/exchange.yaml:3: a key must be a text, was a mapping");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "durability: [disk | 2: not YAML: expected ',' or ']', but got <stream end>",
        "durability: 'disk | 2: not YAML: found unexpected end of stream",
        "durability: os: x | 1: not YAML: mapping values are not allowed here",
        "durability: @os | 1: not YAML: found character '@' that cannot start any token. (Do not"
            + " use @ for indentation)",
        "just text | 1: must be a mapping, was \"just text\"",
        "[durability] | 1: must be a mapping, was a list",
      })
  void shouldReportWhatIsNotYaml(String content, String fault) throws Exception {
    folder.exchange(content.replace("''", "'"));

    assertThat(folder.faults()).containsExactly("config/exchange.yaml:" + fault);
  }

  @Test
  void shouldReportFileThatEndsWithinEscape() throws Exception {
    folder.write("exchange.yaml", "fix:\n  settings: \"\\x".getBytes(StandardCharsets.UTF_8));

    assertThat(folder.faults())
        .containsExactly("config/exchange.yaml:2: not YAML: malformed escape");
  }

  @Test
  void shouldReportDeepNesting() throws Exception {
    folder.exchange("durability: os", "fix: " + "[".repeat(1_000_000));

    assertThat(folder.faults())
        .containsExactly("config/exchange.yaml:2: nested deeper than 16 levels");
  }
}
