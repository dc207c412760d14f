package org.bourse.client;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.ExitStatus;
import org.bourse.client.marketdata.WatchCommand;
import org.bourse.client.order.OrderCommand;
import org.bourse.client.replay.ReplayCommand;
import org.bourse.client.scenario.ScenarioCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the test client. */
@Command(
    name = "bourse client",
    description = "A FIX 4.4 client for any acceptor.",
    footer = {"", "Exit status: 0 accepted, matched; 1 refused, not matched; 2 could not run."})
public final class Main {

  private Main() {}

  /**
   * Entry point; exits with the command's status.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(new Console(out, err, Boolean.getBoolean("bourse.terminal")), args);
    System.exit(status);
  }

  /**
   * Runs one command.
   *
   * @param console where it prints
   * @param args the command line
   * @return the exit status
   */
  static int run(Console console, String... args) {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand("order", OrderCommand.commandLine(console))
            .addSubcommand("replay", new ReplayCommand(console))
            .addSubcommand("scenario", new ScenarioCommand(console))
            .addSubcommand("watch", new WatchCommand(console));
    prepare(line);
    line.addSubcommand("help", new HelpCommand());
    return line.setOut(console.out())
        .setErr(console.err())
        .setUsageHelpAutoWidth(false)
        .setParameterExceptionHandler(Main::wrongUsage)
        .setExecutionExceptionHandler(Main::failed)
        .execute(args);
  }

  private static void prepare(CommandLine line) {
    line.getCommandSpec()
        .mixinStandardHelpOptions(true)
        .versionProvider(new Version())
        .exitCodeOnExecutionException(ExitStatus.COULD_NOT_RUN);
    line.getSubcommands().values().forEach(Main::prepare);
  }

  private static int wrongUsage(ParameterException fault, String[] args) {
    CommandLine line = fault.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    line.getErr().println(name + ": " + reason(fault) + " (see " + name + " --help)");
    return ExitStatus.COULD_NOT_RUN;
  }

  private static @Nullable String reason(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched
        && !fault.getCommandLine().getSubcommands().isEmpty()
        && !unmatched.isUnknownOption()) {
      return "unknown command '" + unmatched.getUnmatched().get(0) + "'";
    }
    return fault.getMessage();
  }

  private static int failed(Exception fault, CommandLine line, ParseResult parsed)
      throws Exception {
    if (fault instanceof CouldNotRun) {
      line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + fault.getMessage());
      return ExitStatus.COULD_NOT_RUN;
    }
    throw fault;
  }
}
