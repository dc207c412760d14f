package org.bourse.exchange;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The exchange's command line. */
@Command(
    name = "bourse",
    description = "An exchange in a box that speaks FIX 4.4.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = StartCommand.class)
public final class Main implements Runnable {
  private Main() {}

  /**
   * Runs a command and ends the process: 0 after an orderly stop, 1 where something failed on the
   * way, 2 where it could not run.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
