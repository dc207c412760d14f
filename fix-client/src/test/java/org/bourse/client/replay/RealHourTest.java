package org.bourse.client.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bourse.client.Client;
import org.bourse.client.venue.Faults;
import org.bourse.client.venue.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded hour of trading, where the file is to be had: it is not part of the project. */
class RealHourTest {

  private static final Path FILE = Path.of("shared", "data", "aapl-2012-06-21-0930-actions.csv.gz");

  private final Path folder;

  RealHourTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldMatchEveryFillOfARecordedHour() throws Exception {
    Path file = find();
    assumeTrue(Files.exists(file), "no recorded hour here");
    try (Venue venue = Venue.started(folder.resolve("store"), new Faults())) {
      Client.Result result =
          Client.run("replay", file.toString(), "--port", Integer.toString(venue.port()));

      assertThat(result.out())
          .contains("fills expected    4,043")
          .contains("fills that match  4,043")
          .contains("unexpected fills  0");
      assertThat(result.status()).isZero();
    }
  }

  /** Looks in every folder above, and beside each. */
  static Path find() {
    Path at = Path.of("").toAbsolutePath();
    for (Path folder = at; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(FILE);
      if (Files.exists(file)) {
        return file;
      }
    }
    return at.resolve(FILE);
  }
}
