package org.bourse.client.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.bourse.client.Client;
import org.bourse.client.replay.Action.Fill;
import org.bourse.client.replay.Action.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionFileTest {

  private final Path folder;

  ActionFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldReadPlainAndZippedAlike() throws Exception {
    Path plain = SampleActions.write(folder, SampleActions.small());
    Path zipped = folder.resolve("actions.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      Files.copy(plain, out);
    }

    assertThat(ActionFile.read(zipped))
        .isEqualTo(ActionFile.read(plain))
        .hasSize(7)
        .contains(
            new Action(Action.SEED, Kind.NEW, 0, false, 1_000_000, 100, List.of()),
            new Action(
                4,
                Kind.IOC,
                3,
                true,
                1_000_500,
                40,
                List.of(new Fill(0, 20, 1_000_000), new Fill(1, 20, 1_000_500))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,1.0,NEW,a                     | 4 columns, at least 8 expected",
        "x,1.0,NEW,q,S,1000000,100,      | seq 'x' is not a number",
        "1,1.0,OLD,q,S,1000000,100,      | action 'OLD' is none of NEW, IOC, CANCEL, REDUCE",
        "1,1.0,NEW,a,S,1000000,100,      | order a was there before",
        "1,1.0,NEW,,S,1000000,100,       | no order_id",
        "1,1.0,CANCEL,q,S,1000000,0,     | order 'q' is unknown",
        "1,1.0,NEW,q,X,1000000,100,      | side 'X' is neither B nor S",
        "1,1.0,NEW,q,S,10.5,100,         | price '10.5' is not a number",
        "1,1.0,NEW,q,S,1000000,0,        | qty 0 is below 1",
        "1,1.0,IOC,q,B,1000000,1,a1@1    | expected fill 'a1@1' is not order:quantity@price",
        "1,1.0,IOC,q,B,1000000,1,z:1@1   | order 'z' is unknown",
      })
  void shouldSayWhereAndWhatIsWrong(String line, String fault) throws Exception {
    Path file = SampleActions.write(folder, List.of("S,,NEW,a,S,1000000,100,", line));

    Client.Result result = Client.run("replay", file.toString());

    assertThat(result.err()).isEqualTo("bourse client replay: " + file + ":3: " + fault + "\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void shouldRefuseAFileOfAnotherKind() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n", StandardCharsets.UTF_8);

    assertThat(Client.run("replay", file.toString()).err())
        .startsWith("bourse client replay: " + file + ":1: the first line must begin with seq,");
  }

  @Test
  void shouldRefuseWhatOnlyLooksZipped() throws Exception {
    Path file = Files.writeString(folder.resolve("a.gz"), "a,b\n", StandardCharsets.UTF_8);

    Client.Result result = Client.run("replay", file.toString());

    assertThat(result.err()).contains(file + ": cannot be read: Not in GZIP format");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void shouldRefuseASliceOfNothing() throws Exception {
    Path file = SampleActions.write(folder, SampleActions.small());

    Client.Result result = Client.run("replay", file.toString(), "--from", "99");

    assertThat(result.err())
        .isEqualTo("bourse client replay: no action of the file is between --from and --to\n");
    assertThat(result.status()).isEqualTo(2);
  }
}
