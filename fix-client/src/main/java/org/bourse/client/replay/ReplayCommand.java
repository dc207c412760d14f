package org.bourse.client.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bourse.client.cli.ConnectOptions;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.DurationText;
import org.bourse.client.cli.Endpoint;
import org.bourse.client.cli.ExitStatus;
import org.bourse.client.cli.SessionOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay}: the options, and what they mean. */
@Command(
    description = "Send a file of actions and compare every fill with what the file expects.",
    sortOptions = false)
public final class ReplayCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE", description = "the actions, .csv or .csv.gz")
  private Path file = Path.of("");

  @Mixin private final SessionOptions session = new SessionOptions();
  @Mixin private final ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--symbol",
      paramLabel = "SYMBOL",
      description = "Symbol(55) of all orders (default: ${DEFAULT-VALUE})")
  private String symbol = "AAPL";

  @Option(
      names = "--window",
      paramLabel = "N",
      description = "requests that may be unanswered at a time (default: ${DEFAULT-VALUE})")
  private int window = 256;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "actions a second (default: as fast as possible)")
  private @Nullable Integer rate;

  @Option(
      names = "--from",
      paramLabel = "SEQ",
      description = "first seq to send; S lines come before all (default: all lines)")
  private @Nullable Long from;

  @Option(
      names = "--to",
      paramLabel = "SEQ",
      description = "last seq to send (default: to the end)")
  private @Nullable Long to;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description =
          "begins every ClOrdID; the same for two runs over two slices of one file"
              + " (default: one that is unique)")
  private @Nullable String run;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "keep sequence numbers and messages here between runs"
              + " (default: begin at 1, with ResetSeqNumFlag=Y)")
  private @Nullable Path store;

  @Option(
      names = "--answer-timeout",
      paramLabel = "DURATION",
      converter = DurationText.class,
      description = "give up when connected and nothing is heard for so long (default: 30s)")
  private Duration answerTimeout = Duration.ofSeconds(30);

  /**
   * The command.
   *
   * @param console where it prints
   */
  public ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CouldNotRun, InterruptedException {
    if (window < 1) {
      throw new CouldNotRun("--window must be 1 or more, not " + window);
    }
    if (rate != null && rate < 1) {
      throw new CouldNotRun("--rate must be 1 or more, not " + rate);
    }
    Endpoint endpoint = session.endpoint();
    String name = run == null ? Long.toString(System.currentTimeMillis(), 36) : run;
    Script script =
        new Script(
            ActionFile.read(file), run == null ? name.toUpperCase(Locale.ROOT) : name, symbol);
    Replay.Terms terms =
        new Replay.Terms(window, rate == null ? 0 : rate, connect.timeout(), answerTimeout, store);
    Outcome outcome = new Replay(script, new Slice(from, to), terms, console).run(endpoint);
    outcome.print(console.out());
    return outcome.isMatch() ? ExitStatus.OK : ExitStatus.NO;
  }
}
