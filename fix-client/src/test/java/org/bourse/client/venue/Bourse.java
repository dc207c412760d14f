package org.bourse.client.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * The exchange as a process of its own, from the jar beside this module, on a free port and a
 * folder of the test's.
 */
public final class Bourse implements AutoCloseable {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path JAR = ROOT.resolve("exchange/target/bourse-exchange.jar");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final int port;
  private Path log;
  private Process process;

  private Bourse(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    log = newLog();
    process = launch();
  }

  /** Whether the exchange has been packaged. */
  public static boolean isBuilt() {
    return Files.exists(JAR);
  }

  /**
   * What starts an exchange on a data folder within this one, its words one by one.
   *
   * @param httpPort for operators, 0: none
   */
  public static List<String> command(Path folder, int port, int httpPort) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", // a short life does not pay for more
        "-XX:+UseSerialGC",
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:-BytecodeVerificationRemote",
        "-jar",
        JAR.toString(),
        "start",
        "--config",
        ROOT.resolve("config").toString(),
        "--data",
        folder.resolve("data").toString(),
        "--durability",
        "os",
        "--fix-port",
        Integer.toString(port),
        "--http-port",
        Integer.toString(httpPort));
  }

  /** Starts an exchange on a new data folder. */
  public static Bourse started(Path folder) throws IOException {
    return new Bourse(folder, FreePort.next());
  }

  public int port() {
    return port;
  }

  /** Stops it in order; its exit code must be 0. */
  public void stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /** Ends it by SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  /** Starts it again on the same data and port. */
  public void start() throws IOException {
    log = newLog();
    process = launch();
  }

  /** Waits until a client has logged on since the exchange was started last. */
  public void awaitLogon() {
    Awaitility.await().atMost(PATIENCE).until(() -> hasLogged("Responding to Logon request"));
  }

  private boolean hasLogged(String words) throws IOException {
    return Files.readString(log).contains(words);
  }

  private Path newLog() throws IOException {
    return Files.createTempFile(folder, "exchange", ".log");
  }

  private Process launch() throws IOException {
    Process started =
        new ProcessBuilder(command(folder, port, 0))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Awaitility.await().atMost(PATIENCE).until(() -> !started.isAlive() || hasLogged("is open"));
    assertThat(started.isAlive()).as(Files.readString(log)).isTrue();
    return started;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
