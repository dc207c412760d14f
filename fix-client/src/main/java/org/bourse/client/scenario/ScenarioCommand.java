package org.bourse.client.scenario;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.ExitStatus;
import org.bourse.client.fix.Dictionary;
import org.bourse.client.fix.MessageText;
import org.bourse.client.scenario.script.Scenario;
import org.bourse.client.scenario.script.Script;
import org.bourse.client.scenario.script.ScriptFaults;
import org.bourse.client.scenario.script.Scripts;
import org.bourse.client.scenario.venue.ExchangeProcess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scenario}: the options, and what they mean. */
@Command(
    description = "Run scripts that say what clients send and what they must get for it.",
    sortOptions = false)
public final class ScenarioCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE_OR_FOLDER",
      description = "scripts (*.scn, or QuickFIX *.def), or folders that hold some")
  private List<Path> paths = new ArrayList<>();

  @Mixin private final AcceptorOptions acceptor = new AcceptorOptions();

  @Mixin private final VenueOptions venue = new VenueOptions();

  @Option(names = "--check", description = "read the scripts, and run none")
  private boolean check;

  @Option(
      names = "--clean",
      description =
          "cancel what a scenario leaves open, also where it has no venue lines, after which that"
              + " is always done")
  private boolean clean;

  @Option(names = "--verbose", description = "print every message")
  private boolean verbose;

  @Option(names = "--junit", paramLabel = "FILE", description = "write the results as JUnit XML")
  private @Nullable Path junit;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "write the results as a Markdown table")
  private @Nullable Path table;

  /**
   * The command.
   *
   * @param console where it prints
   */
  public ScenarioCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CouldNotRun, InterruptedException {
    acceptor.check();
    URI api = venue.url();
    Dictionary dictionary = Dictionary.fix44();
    List<Script> scripts;
    try {
      scripts = new Scripts(dictionary).read(paths);
    } catch (ScriptFaults e) {
      e.faults().forEach(console.err()::println);
      return ExitStatus.COULD_NOT_RUN;
    }
    List<Scenario> scenarios =
        scripts.stream().flatMap(script -> script.scenarios().stream()).toList();
    if (check) {
      console.out().println(scenarios.size() + " scenarios in " + scripts.size() + " files");
      return ExitStatus.OK;
    }
    List<Result> results = run(scenarios, dictionary, api);
    summarize(results);
    if (junit != null) {
      JunitReport.write(junit, results);
    }
    if (table != null) {
      MarkdownTable.write(table, results);
    }
    return status(results);
  }

  private List<Result> run(List<Scenario> scenarios, Dictionary dictionary, URI api)
      throws CouldNotRun, InterruptedException {
    try (Owned owned = new Owned(venue.exchange(acceptor.host(), acceptor.port()))) {
      Surroundings surroundings =
          new Surroundings(
              acceptor.host(),
              acceptor.port(),
              acceptor.target(),
              dictionary,
              new MessageText(dictionary),
              venue.api(api),
              owned.exchange());
      PrintWriter messages = verbose ? console.out() : null;
      ScenarioRun run = new ScenarioRun(surroundings, clean, messages);
      List<Result> results = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        Result result = run.run(scenario);
        print(result);
        results.add(result);
      }
      return results;
    }
  }

  /** The exchange's process, where it is ours; it ends with the run. */
  private record Owned(@Nullable ExchangeProcess exchange) implements AutoCloseable {

    @Override
    public void close() throws InterruptedException {
      if (exchange != null) {
        exchange.close();
      }
    }
  }

  private void print(Result result) {
    console.out().println(result.line());
    if (!result.reason().isEmpty()) {
      console.out().println("  " + result.reason());
      result.details().forEach(line -> console.out().println("    " + line));
    }
  }

  private void summarize(List<Result> results) {
    long failed = count(results, Result.Verdict.FAIL);
    long errors = count(results, Result.Verdict.ERROR);
    String line = results.size() + " scenarios: " + count(results, Result.Verdict.PASS) + " passed";
    console
        .out()
        .println(
            line
                + (failed > 0 ? ", " + failed + " failed" : "")
                + (errors > 0 ? ", " + errors + " could not run" : ""));
  }

  private static int status(List<Result> results) {
    if (count(results, Result.Verdict.ERROR) > 0) {
      return ExitStatus.COULD_NOT_RUN;
    }
    return count(results, Result.Verdict.FAIL) > 0 ? ExitStatus.NO : ExitStatus.OK;
  }

  private static long count(List<Result> results, Result.Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }
}
