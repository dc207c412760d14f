package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.bourse.exchange.access.PasswordHash;
import org.bourse.exchange.access.Passwords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hash-password}: prints what participants.yaml keeps of a password. */
@Command(
    name = "hash-password",
    description = "Reads a password, one line, and prints what participants.yaml keeps of it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class HashPasswordCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec);
    String line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
    String password = line == null ? "" : line;
    String fault = Passwords.fault(password);
    if (fault != null) {
      command.commandLine().getErr().println("bourse hash-password: " + fault);
      return ExitCode.COULD_NOT_RUN;
    }
    command.commandLine().getOut().println(PasswordHash.of(password).text());
    return 0;
  }
}
