package org.bourse.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.bourse.exchange.tools.Inspection;
import org.bourse.exchange.tools.InspectionText;
import org.bourse.exchange.tools.Trouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inspect}: says what a data folder holds. */
@Command(
    name = "inspect",
    description = "Says what a data folder holds; also beside a running exchange.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class InspectCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(names = "--check", description = "Reads the snapshots' files, not just their manifests.")
  private boolean check;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter out = command.commandLine().getOut();
    try {
      Inspection found = Inspection.of(data.folder(), check);
      if (json) {
        out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(found));
      } else {
        InspectionText.of(found).forEach(out::println);
      }
      out.flush();
      return 0;
    } catch (IOException e) {
      command.commandLine().getErr().println(Trouble.line(e));
      return ExitCode.COULD_NOT_RUN;
    }
  }
}
