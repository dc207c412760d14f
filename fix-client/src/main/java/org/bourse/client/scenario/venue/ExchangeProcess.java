package org.bourse.client.scenario.venue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bourse.client.cli.CouldNotRun;
import org.jspecify.annotations.Nullable;

/**
 * The exchange as a process that we start and end. Closing it, or the end of this virtual machine,
 * ends it too. Used by one thread.
 */
public final class ExchangeProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration BANNER_PATIENCE = Duration.ofSeconds(10);
  private static final String BANNER = " is open";
  private static final int CONNECT_MILLIS = 1_000;
  private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();
  private static final int LINES_TOLD = 5;

  private final List<String> command;
  private final InetSocketAddress fix;
  private final Path output;
  private volatile @Nullable Process process;

  /**
   * An exchange that is not started yet.
   *
   * @param command how to start it
   * @param host where it listens for FIX
   * @param port its port there
   * @param output a file for what it prints
   */
  public ExchangeProcess(String command, String host, int port, Path output) {
    this.command = CommandWords.of(command);
    this.fix = new InetSocketAddress(host, port);
    this.output = output;
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-exchange"));
  }

  private boolean isRunning() {
    Process running = process;
    return running != null && running.isAlive();
  }

  /** Starts it, and returns when it accepts connections. */
  public void start() throws CouldNotRun {
    if (isRunning()) {
      return;
    }
    if (accepts()) {
      throw new CouldNotRun("another process already listens at " + address());
    }
    Process started;
    long printed = output.toFile().length();
    try {
      started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start();
    } catch (IOException e) {
      throw new CouldNotRun("the exchange can't be started: " + e.getMessage(), e);
    }
    process = started;
    awaitReadiness(started);
    awaitBanner(started, printed);
  }

  /**
   * A start is not over when the port is open: Bourse says so in a line of its own. Others don't,
   * and are not waited for any longer.
   */
  private void awaitBanner(Process started, long printed) throws CouldNotRun {
    long deadline = System.nanoTime() + BANNER_PATIENCE.toNanos();
    try {
      while (started.isAlive() && System.nanoTime() - deadline < 0) {
        byte[] all = Files.readAllBytes(output);
        int from = (int) Math.min(printed, all.length);
        if (new String(all, from, all.length - from, StandardCharsets.UTF_8).contains(BANNER)) {
          return;
        }
        LockSupport.parkNanos(this, LOOK_NANOS);
      }
    } catch (IOException e) {
      throw new CouldNotRun(output + " can't be read: " + e.getMessage(), e);
    }
  }

  private void awaitReadiness(Process started) throws CouldNotRun {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!accepts()) {
      if (!started.isAlive()) {
        throw new CouldNotRun(
            "the exchange ended with " + started.exitValue() + ": " + lastLines());
      }
      if (System.nanoTime() - deadline > 0) {
        throw new CouldNotRun("the exchange accepts no connection at " + address());
      }
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(fix, CONNECT_MILLIS);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private String address() {
    return fix.getHostString() + ":" + fix.getPort();
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(output);
      return String.join(
          " / ", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
    } catch (IOException e) {
      return "(" + output + " can't be read: " + e.getMessage() + ")";
    }
  }

  /** Ends it by SIGKILL. */
  public void kill() throws InterruptedException {
    end();
    Process ended = process;
    if (ended != null) {
      ended.waitFor();
    }
  }

  /**
   * Has it stop in order.
   *
   * @return its exit code
   * @throws CouldNotRun where it does not stop
   */
  public int stop() throws CouldNotRun, InterruptedException {
    Process running = process;
    if (running == null) {
      throw new CouldNotRun("the exchange is not running");
    }
    running.destroy();
    if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new CouldNotRun("the exchange does not stop");
    }
    return running.exitValue();
  }

  private void end() {
    Process running = process;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
  }

  /** Has it stop in order, and ends what is left of it. */
  @Override
  public void close() throws InterruptedException {
    Process running = process;
    if (running != null && running.isAlive()) {
      List<ProcessHandle> descendants = running.descendants().toList();
      running.destroy();
      running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      descendants.forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
  }
}
