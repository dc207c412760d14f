package org.bourse.exchange;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.bourse.exchange.tools.Trouble;
import org.bourse.exchange.tools.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verify}: reads everything in a data folder, and says what is wrong. */
@Command(
    name = "verify",
    description = "Reads everything in a data folder, and holds each part against the others.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class VerifyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter out = command.commandLine().getOut();
    try {
      Verification verification = Verification.of(data.folder());
      verification.lines().forEach(out::println);
      out.flush();
      return verification.isFaulty() ? ExitCode.AMISS : 0;
    } catch (IOException e) {
      command.commandLine().getErr().println(Trouble.line(e));
      return ExitCode.COULD_NOT_RUN;
    }
  }
}
