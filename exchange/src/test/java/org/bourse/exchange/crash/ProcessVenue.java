package org.bourse.exchange.crash;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bourse.exchange.ExchangeProcess;
import org.bourse.exchange.Main;
import org.bourse.exchange.ProcessFolder;
import org.bourse.exchange.Tool;
import org.bourse.exchange.VenueControls;

/**
 * The exchange as a process of its own, which is killed with SIGKILL or, now and then, told to stop
 * with SIGTERM, after a random number of answers.
 */
final class ProcessVenue implements Venue {
  private static final Pattern MISSED = Pattern.compile("(\\d+) reports that clients had not");
  private static final int MOST_ANSWERS = 500;

  /** How a process is ended. */
  enum Ending {
    KILL,
    /** Killed when a trader has just received a report, and before anything is done with it. */
    KILL_AT_REPORT,
    STOP
  }

  private final ProcessFolder folder;
  private final VenueControls controls;
  private final String name;
  private final Random random;
  private final List<Ending> endings;
  private ExchangeProcess process;

  /**
   * An exchange that is ended in ways that are drawn from some.
   *
   * @param endings one may be named more than once
   */
  ProcessVenue(ProcessFolder folder, long seed, Ending... endings) {
    this.folder = folder;
    controls = new VenueControls(folder.httpPort());
    random = new Random(seed);
    this.endings = List.of(endings);
    name = "seed " + seed + ", ended by " + EnumSet.copyOf(this.endings);
  }

  /** As {@link #folder}, with snapshots so often and so few messages kept that much is removed. */
  static ProcessFolder tidyFolder(Path path, String durability, String journal) throws Exception {
    return folder(path, durability)
        .settings(
            "durability: " + durability,
            "journal: {segment-size: 1MB" + journal + "}",
            "snapshot: {every-commands: 500, every-minutes: 0, keep: 2}",
            "fix: {message-store: {retain: 1000, segment-size: 1MB}}");
  }

  /** Configuration for the traders in a folder. */
  static ProcessFolder folder(Path path, String durability) throws Exception {
    return ProcessFolder.in(path)
        .withHttp()
        .exchange("durability: " + durability)
        .instruments(Listing.entries())
        .sessions(Market.COMP_IDS);
  }

  @Override
  public int port() {
    return folder.port();
  }

  @Override
  public VenueControls controls() {
    return controls;
  }

  @Override
  public void start() throws Exception {
    process = ExchangeProcess.run(Main.class, folder.startCommand()).awaitOpen();
  }

  @Override
  public void end(Market market) throws Exception {
    Ending ending = endings.get(random.nextInt(endings.size()));
    market.awaitAnswered(1 + random.nextInt(MOST_ANSWERS));
    switch (ending) {
      case KILL -> process.kill();
      case KILL_AT_REPORT -> {
        market.traders().forEach(trader -> trader.onNextReport(process::killWithoutWait));
        process.exitCode();
        market.traders().forEach(trader -> trader.onNextReport(null));
      }
      case STOP -> requireInOrder(process.terminate());
    }
    Tool.requireVerified(folder.data());
  }

  private void requireInOrder(int exitCode) {
    if (exitCode != 0) {
      throw new AssertionError("exit code " + exitCode + " after SIGTERM: " + process.err());
    }
  }

  @Override
  public long missedReports() {
    return missedReports(process);
  }

  /** What a process said of itself when it was open. */
  static long missedReports(ExchangeProcess process) {
    return process.out().stream()
        .map(MISSED::matcher)
        .filter(Matcher::find)
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public void close() throws Exception {
    if (process != null) {
      process.close();
    }
  }
}
