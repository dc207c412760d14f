package org.bourse.exchange.crash;

import static org.bourse.exchange.RunningExchange.sessions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.VenueControls;
import org.bourse.exchange.model.Durability;

/**
 * An exchange in this process, on a machine that loses its power in the middle of some operation on
 * its files, and goes on with what is left of them.
 */
final class PowerLossVenue implements Venue {
  private static final int MOST_OPERATIONS = 120;
  private static final long SEGMENT = 64 << 10;
  private static final int RETAINED = 200;

  private final Path folder;
  private final RunningExchange exchange;
  private final Random random;
  private PowerLossStorage storage = new PowerLossStorage();
  private int losses;

  PowerLossVenue(Path folder, long seed) throws IOException {
    this.folder = folder;
    exchange =
        RunningExchange.in(folder)
            .withHttp()
            .withDurability(Durability.DISK)
            .withSegmentSize(SEGMENT)
            .withRetained(RETAINED)
            .withSettings("snapshot: {every-commands: 200, every-minutes: 0, keep: 2}");
    Path config = folder.resolve("config");
    Files.writeString(
        config.resolve("instruments.yaml"),
        "instruments: [" + String.join(", ", Listing.entries()) + "]\n");
    Files.writeString(config.resolve("fix.cfg"), sessions(Market.COMP_IDS));
    random = new Random(seed);
  }

  @Override
  public int port() {
    return exchange.port();
  }

  @Override
  public VenueControls controls() {
    return exchange.controls();
  }

  /** As after a reboot. */
  @Override
  public void start() throws Exception {
    storage = new PowerLossStorage();
    exchange.startAfterReboot(storage);
  }

  @Override
  public void end(Market market) throws Exception {
    storage.failIn(random.nextInt(MOST_OPERATIONS));
    market.patiently("the loss of power", storage::isOff);
    Path before = exchange.data();
    Path image = folder.resolve("data-" + ++losses);
    storage.survivors(before, image, random);
    abandon();
    delete(before);
    exchange.continueOn(image);
  }

  /** What runs without power finds its files gone; nothing that it does any more counts. */
  private void abandon() throws InterruptedException {
    try {
      exchange.stop();
    } catch (IOException withoutPower) {
      // as it must be
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public long missedReports() {
    return exchange.missedReports();
  }

  @Override
  public void close() throws Exception {
    exchange.close();
  }
}
