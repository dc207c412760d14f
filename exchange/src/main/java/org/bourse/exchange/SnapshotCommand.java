package org.bourse.exchange;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.bourse.exchange.tools.SnapshotNow;
import org.bourse.exchange.tools.Trouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code snapshot}: has a snapshot sealed now. */
@Command(
    name = "snapshot",
    description = "Has a snapshot sealed now, by the running exchange where there is one.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SnapshotCommand implements Callable<Integer> {
  private static final int DEFAULT_PATIENCE = 60;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long the exchange may take (default: 60).")
  private int timeout = DEFAULT_PATIENCE;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter out = command.commandLine().getOut();
    PrintWriter err = command.commandLine().getErr();
    if (timeout < 1) {
      throw new ParameterException(command.commandLine(), "--timeout must be at least 1");
    }
    try {
      SnapshotNow taken = SnapshotNow.take(data.folder(), Duration.ofSeconds(timeout));
      out.println("snapshot at position " + taken.position());
      out.flush();
      return 0;
    } catch (SnapshotNow.Failed e) {
      err.println(e.getMessage());
      return ExitCode.AMISS;
    } catch (IOException e) {
      err.println(Trouble.line(e));
      return ExitCode.COULD_NOT_RUN;
    }
  }
}
