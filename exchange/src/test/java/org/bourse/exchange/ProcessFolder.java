package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Configuration and data of an exchange that runs as a process.
 *
 * @param port where clients connect
 */
record ProcessFolder(Path config, Path data, int port) {

  /** One instrument and two sessions, on a free port. */
  static ProcessFolder in(Path folder) throws IOException {
    Path config = Files.createDirectory(folder.resolve("config"));
    ProcessFolder made =
        new ProcessFolder(config, folder.resolve("data"), RunningExchange.freePort());
    made.exchange("durability: os").instruments("{symbol: ABC, tick: 0.01}");
    return made.sessions("FIRM1", "FIRM2");
  }

  ProcessFolder exchange(String... lines) throws IOException {
    String sizes = "journal: {segment-size: 1MB}\nfix: {message-store: {segment-size: 1MB}}\n";
    return write("exchange.yaml", String.join("\n", lines) + "\n" + sizes);
  }

  ProcessFolder instruments(String... entries) throws IOException {
    return write("instruments.yaml", "instruments: [" + String.join(", ", entries) + "]\n");
  }

  ProcessFolder sessions(String... clients) throws IOException {
    return write("fix.cfg", RunningExchange.sessions(clients));
  }

  private ProcessFolder write(String name, String text) throws IOException {
    Files.writeString(config.resolve(name), text);
    return this;
  }
}
