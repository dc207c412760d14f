package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An exchange as a process, started as its users start it, and when its first client was in. */
final class StartedExchange implements AutoCloseable {
  private final Process process;
  private final long firstLogonMillis;
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private String recovered = "";

  StartedExchange(Path home, Path data, int port) throws IOException {
    this(home, data, port, 0);
  }

  StartedExchange(Path home, Path data, int port, int httpPort, String... more)
      throws IOException {
    long began = System.nanoTime();
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("bourse").toString(),
                "start",
                "--data",
                data.toString(),
                "--fix-port",
                String.valueOf(port),
                "--http-port",
                String.valueOf(httpPort)));
    command.addAll(List.of(more));
    process = new ProcessBuilder(command).start();
    Thread errors = new Thread(this::readLog, "exchange's log");
    errors.setDaemon(true);
    errors.start();
    awaitOpen();
    try (OrderFlood first = new OrderFlood(port, "BROKER1")) {
      firstLogonMillis = RecoveryBenchmark.millisSince(began);
      first.rest(0, "");
    }
  }

  private void readLog() {
    try (BufferedReader lines = process.errorReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.contains(" INFO ")) {
          System.err.println(line);
          log.add(line);
        }
      }
    } catch (IOException e) {
      System.err.println("the exchange's log: " + e);
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

  long pid() {
    return process.pid();
  }

  /** What it has logged beyond information. */
  List<String> log() {
    return List.copyOf(log);
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
