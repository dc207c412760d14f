package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The exchange as a process of its own, and what it prints. */
public final class ExchangeProcess implements AutoCloseable {
  /** It lives for seconds: what a longer life gains by is not worth its time. */
  private static final List<String> SHORT_LIFE =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote");

  private final Process process;
  private final List<String> out = Collections.synchronizedList(new ArrayList<>());
  private final List<String> err = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> readers = new ArrayList<>();

  private ExchangeProcess(Process process) {
    this.process = process;
    read(process.inputReader(UTF_8), out);
    read(process.errorReader(UTF_8), err);
  }

  /** Runs a command line. */
  public static ExchangeProcess run(String... arguments) throws IOException {
    return run(Main.class, List.of(arguments));
  }

  /** Runs a main class. */
  public static ExchangeProcess run(Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-"))
        .forEach(command::add);
    command.addAll(SHORT_LIFE);
    command.add("-Xmx256m");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    return new ExchangeProcess(new ProcessBuilder(command).start());
  }

  /** Starts an exchange and waits until it is open. */
  static ExchangeProcess open(ProcessFolder folder) throws IOException {
    return start(folder).awaitOpen();
  }

  /** Waits until clients may connect. */
  public ExchangeProcess awaitOpen() throws IOException {
    awaitOpenOrEnd();
    if (!isOpen()) {
      throw new IOException("not open: " + err);
    }
    return this;
  }

  /** Waits until clients may connect, or it has ended. */
  public void awaitOpenOrEnd() {
    await("open")
        .atMost(60, SECONDS)
        .pollInterval(5, MILLISECONDS)
        .until(() -> isOpen() || !process.isAlive());
  }

  static ExchangeProcess start(ProcessFolder folder) throws IOException {
    return run(folder.startCommand().toArray(String[]::new));
  }

  private boolean isOpen() {
    return out.contains("Ctrl-C stops it.");
  }

  long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Writes a line to its standard input. */
  public void tell(String line) throws IOException {
    BufferedWriter in = process.outputWriter(UTF_8);
    in.write(line);
    in.newLine();
    in.flush();
  }

  /** Waits for its end. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(60, SECONDS)) {
      throw new AssertionError("still running: " + out + err);
    }
    for (Thread reader : readers) {
      reader.join();
    }
    return process.exitValue();
  }

  /** Asks it to stop, as SIGTERM does, and waits until it has. */
  public int terminate() throws InterruptedException {
    process.toHandle().destroy(); // Process.destroy() would close what it still prints
    return exitCode();
  }

  /** Ends it as kill -9 does. */
  public void kill() throws InterruptedException {
    killWithoutWait();
    exitCode();
  }

  /** As {@link #kill}, without waiting until it has ended. */
  public void killWithoutWait() {
    process.toHandle().destroyForcibly();
  }

  public List<String> out() {
    return List.copyOf(out);
  }

  /** What it says of faults, without the log's lines of information. */
  public List<String> err() {
    return log().stream().filter(line -> !line.contains(" INFO ")).toList();
  }

  public List<String> log() {
    return List.copyOf(err);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  private void read(BufferedReader from, List<String> to) {
    Thread reader = new Thread(() -> lines(from, to));
    reader.setDaemon(true);
    reader.start();
    readers.add(reader);
  }

  private static void lines(BufferedReader from, List<String> to) {
    try (from) {
      from.lines().forEach(to::add);
    } catch (IOException | UncheckedIOException e) {
      to.add("The output was closed: " + e.getMessage());
    }
  }

  /** The same path, as the process prints it. */
  static String shown(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }
}
