package org.bourse.exchange;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.bourse.exchange.tools.PastBook;
import org.bourse.exchange.tools.ReplayEnd;
import org.bourse.exchange.tools.Trouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code replay}: shows the books as they once stood. */
@Command(
    name = "replay",
    description = "Shows the books as they stood at a position of the journal, or at a time.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ReplayCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final DataOption data = new DataOption();

  @Option(
      names = "--to",
      paramLabel = "POSITION|TIME",
      converter = ToReplayEnd.class,
      description =
          "After that record of the journal, or after the last one at or before that time (UTC,"
              + " such as 2026-11-21T10:15:30.123Z); default: the end.")
  private @Nullable ReplayEnd to;

  @Option(names = "--symbol", paramLabel = "SYMBOL", description = "This instrument only.")
  private @Nullable String symbol;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "At most so many levels a side (default: all).")
  private int depth = Integer.MAX_VALUE;

  /** Reads what is given as {@code --to}. */
  static final class ToReplayEnd implements ITypeConverter<ReplayEnd> {
    @Override
    public ReplayEnd convert(String text) {
      try {
        return ReplayEnd.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter out = command.commandLine().getOut();
    if (depth < 0) {
      throw new ParameterException(command.commandLine(), "--depth must be at least 0");
    }
    try {
      PastBook.at(data.folder(), to).lines(symbol, depth).forEach(out::println);
      out.flush();
      return 0;
    } catch (IOException e) {
      command.commandLine().getErr().println(Trouble.line(e));
    }
    return ExitCode.COULD_NOT_RUN;
  }
}
