package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An exchange as a process, started as its users start it, and when its first client was in. */
final class StartedExchange implements AutoCloseable {
  private final Process process;
  private final long firstLogonMillis;
  private String recovered = "";

  StartedExchange(Path home, Path data, int port) throws IOException {
    this(home, data, port, 0);
  }

  StartedExchange(Path home, Path data, int port, int httpPort) throws IOException {
    long began = System.nanoTime();
    process =
        new ProcessBuilder(
                home.resolve("bourse").toString(),
                "start",
                "--data",
                data.toString(),
                "--fix-port",
                String.valueOf(port),
                "--http-port",
                String.valueOf(httpPort))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    awaitOpen();
    try (OrderFlood first = new OrderFlood(port, "BROKER1")) {
      firstLogonMillis = RecoveryBenchmark.millisSince(began);
      first.rest(0, "");
    }
  }

  private void awaitOpen() throws IOException {
    BufferedReader out = process.inputReader(UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains("recovered")) {
        recovered = line.strip();
      }
      if (line.startsWith("Ctrl-C")) {
        return;
      }
    }
    throw new IOException("the exchange did not open");
  }

  String report() {
    return "first Logon after " + firstLogonMillis + " ms; " + recovered;
  }

  void terminate() throws InterruptedException {
    process.toHandle().destroy();
    process.waitFor();
  }

  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("process " + process.pid() + " does not end");
    }
  }
}
