package org.bourse.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * What a command that looks at a data folder gave.
 *
 * @param exitCode of its process, had it been one
 */
public record Tool(int exitCode, List<String> out, List<String> err) {

  static Tool inspect(Path data, String... more) {
    return run(new InspectCommand(), data, more);
  }

  static Tool replay(Path data, String... more) {
    return run(new ReplayCommand(), data, more);
  }

  static Tool verify(Path data) {
    return run(new VerifyCommand(), data);
  }

  /** Has {@code bourse verify} look through a data folder, which must be in order. */
  public static void requireVerified(Path data) {
    Tool verify = verify(data);
    if (verify.exitCode() != 0) {
      throw new AssertionError("verify " + data + ": " + verify.out() + verify.err());
    }
  }

  /** As {@link #requireVerified}, and that it had nothing to say on the side. */
  static void requireSound(Path data) {
    Tool verified = verify(data);
    assertThat(verified.err()).isEmpty();
    assertThat(verified.out()).noneMatch(line -> line.startsWith("FAULT"));
    assertThat(verified.exitCode()).isZero();
  }

  static Tool snapshot(Path data, String... more) {
    return run(new SnapshotCommand(), data, more);
  }

  private static Tool run(Callable<Integer> command, Path data, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(command)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments.toArray(String[]::new));
    return new Tool(exitCode, out.toString().lines().toList(), err.toString().lines().toList());
  }

  /** The position of the snapshot that was sealed. */
  long position() {
    String line = out.get(0);
    return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
  }
}
