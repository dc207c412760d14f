package org.bourse.client.marketdata;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.bourse.client.cli.ConnectOptions;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.DurationText;
import org.bourse.client.cli.Endpoint;
import org.bourse.client.cli.SessionOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch}: the options, and what they mean. */
@Command(description = "Watch books and trades live.", sortOptions = false)
public final class WatchCommand implements Callable<Integer> {

  private static final int LONGEST_INTERVAL = 60_000;

  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "SYMBOL",
      description = "Symbol(55) of each (default: all instruments)")
  private List<String> symbols = new ArrayList<>();

  @Mixin private final SessionOptions session = new SessionOptions();
  @Mixin private final ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "best price levels of each side, 0 for all (default: ${DEFAULT-VALUE})")
  private int depth = 10;

  @Option(names = "--by-order", description = "ask for each order instead of price levels")
  private boolean byOrder;

  @Option(
      names = "--interval",
      paramLabel = "MS",
      description = "at most one update an instrument in so many milliseconds (default: all)")
  private @Nullable Integer interval;

  @Option(names = "--csv", description = "print a row for each entry instead")
  private boolean csv;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = DurationText.class,
      description = "end after so long (default: when stopped)")
  private @Nullable Duration longest;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "end after so many messages (default: when stopped)")
  private @Nullable Long count;

  /**
   * The command.
   *
   * @param console where it prints
   */
  public WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CouldNotRun, InterruptedException {
    check();
    Endpoint endpoint = session.endpoint();
    Wanted wanted = new Wanted(List.copyOf(symbols), depth, byOrder, interval);
    MarketBook book = new MarketBook(byOrder);
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    Runnable end = () -> events.add(new Event.Over());
    try (View view = view(book, endpoint, wanted, end);
        Endings endings = new Endings(end)) {
      Feed feed = new Feed(book, view, events, count == null ? Long.MAX_VALUE : count);
      return new Watch(wanted, view, feed, events).run(endpoint, connect.timeout(), longest);
    }
  }

  private View view(MarketBook book, Endpoint endpoint, Wanted wanted, Runnable end)
      throws CouldNotRun {
    if (csv) {
      return new CsvView(console, end);
    }
    View screen = ScreenView.open(console, book, endpoint, wanted, end);
    return screen != null ? screen : new LinesView(console, end);
  }

  private void check() throws CouldNotRun {
    for (String symbol : symbols) {
      if (symbol.isEmpty() || symbol.chars().anyMatch(c -> c <= ' ')) {
        throw new CouldNotRun("'" + symbol.replaceAll("\\s|\\p{Cntrl}", "?") + "' is no symbol");
      }
    }
    if (depth < 0) {
      throw new CouldNotRun("--depth must be 0 or more, not " + depth);
    }
    if (interval != null && (interval < 0 || interval > LONGEST_INTERVAL)) {
      throw new CouldNotRun("--interval must be 0 to " + LONGEST_INTERVAL + ", not " + interval);
    }
    if (count != null && count < 1) {
      throw new CouldNotRun("--count must be 1 or more, not " + count);
    }
  }
}
