package org.bourse.exchange;

import org.bourse.exchange.snapshot.ChronicleWarmUp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The exchange's command line. */
@Command(
    name = "bourse",
    description = "An exchange in a box that speaks FIX 4.4.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      StartCommand.class,
      InspectCommand.class,
      ReplayCommand.class,
      VerifyCommand.class,
      SnapshotCommand.class,
      HashPasswordCommand.class
    })
public final class Main implements Runnable {

  private Main() {}

  /**
   * Runs a command and ends the process: 0 after an orderly stop, 1 where something failed on the
   * way, 2 where it could not run.
   *
   * @param args the command line
   */
  public static void main(String[] args) throws InterruptedException {
    CommandLine line = new CommandLine(new Main());
    int exitCode = line.setParameterExceptionHandler(Main::wrongUsage).execute(args);
    ChronicleWarmUp.finish(); // what it does must not meet the end of the process
    System.exit(exitCode);
  }

  private static int wrongUsage(ParameterException fault, String[] args) {
    CommandLine line = fault.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    line.getErr().println(name + ": " + reason(fault) + " (see " + name + " --help)");
    return ExitCode.COULD_NOT_RUN;
  }

  private static @Nullable String reason(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched
        && !fault.getCommandLine().getSubcommands().isEmpty()
        && !unmatched.isUnknownOption()) {
      return "unknown command '" + unmatched.getUnmatched().get(0) + "'";
    }
    return fault.getMessage();
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
