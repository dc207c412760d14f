package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Configuration and data of an exchange that runs as a process.
 *
 * @param port where clients connect
 * @param httpPort where operators do; 0: nowhere
 */
public record ProcessFolder(Path config, Path data, int port, int httpPort) {

  /** One instrument and two sessions, on a free port. */
  public static ProcessFolder in(Path folder) throws IOException {
    Path config = Files.createDirectory(folder.resolve("config"));
    ProcessFolder made = new ProcessFolder(config, folder.resolve("data"), FreePort.next(), 0);
    made.exchange("durability: os").instruments("{symbol: ABC, tick: 0.01}");
    return made.sessions("FIRM1", "FIRM2");
  }

  /** The same one, which operators can control. */
  public ProcessFolder withHttp() throws IOException {
    return new ProcessFolder(config, data, port, FreePort.next());
  }

  public ProcessFolder exchange(String... lines) throws IOException {
    return withStore("log", lines);
  }

  private ProcessFolder withStore(String storeKind, String... lines) throws IOException {
    String sizes = "journal: {segment-size: 1MB}\n";
    String store = "fix: {message-store: {kind: " + storeKind + ", segment-size: 1MB}}\n";
    return write("exchange.yaml", String.join("\n", lines) + "\n" + sizes + store);
  }

  /** As {@link #exchange(String...)}, with QuickFIX/J's FileStore. */
  public ProcessFolder exchangeWithFileStore(String... lines) throws IOException {
    return withStore("file", lines);
  }

  /** As {@link #exchange}, with sizes of the caller's. */
  public ProcessFolder settings(String... lines) throws IOException {
    return write("exchange.yaml", String.join("\n", lines) + "\n");
  }

  public ProcessFolder instruments(String... entries) throws IOException {
    return write("instruments.yaml", "instruments: [" + String.join(", ", entries) + "]\n");
  }

  public ProcessFolder sessions(String... clients) throws IOException {
    return write("fix.cfg", RunningExchange.sessions(clients))
        .write("participants.yaml", ParticipantsText.of(clients));
  }

  /** Replaces participants.yaml, which lets everybody do everything from this machine. */
  public ProcessFolder participants(String... lines) throws IOException {
    return write("participants.yaml", "participants:\n" + String.join("\n", lines) + "\n");
  }

  /** The command line that starts an exchange on it. */
  public List<String> startCommand() {
    return List.of(
        "start",
        "--config",
        config.toString(),
        "--data",
        data.toString(),
        "--fix-port",
        String.valueOf(port),
        "--http-port",
        String.valueOf(httpPort));
  }

  private ProcessFolder write(String name, String text) throws IOException {
    Files.writeString(config.resolve(name), text);
    return this;
  }
}
