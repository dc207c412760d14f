package org.bourse.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.model.Instrument;

/** A folder with a valid configuration, of which a test replaces the part that it is about. */
record ConfigFolder(Path path) {

  static final Path SHIPPED = Path.of("..", "config");

  static ConfigFolder valid(Path path) throws IOException {
    ConfigFolder folder = new ConfigFolder(path);
    folder.exchange("durability: disk").instruments("instruments: [{symbol: ABC, tick: 0.01}]");
    folder.participants("participants: [{name: A, sessions: [A]}]");
    folder.write("fix.cfg", "[DEFAULT]\n".getBytes(StandardCharsets.UTF_8));
    return folder;
  }

  ConfigFolder exchange(String... lines) throws IOException {
    return write("exchange.yaml", text(lines));
  }

  ConfigFolder instruments(String... lines) throws IOException {
    return write("instruments.yaml", text(lines));
  }

  ConfigFolder participants(String... lines) throws IOException {
    return write("participants.yaml", text(lines));
  }

  ConfigFolder write(String name, byte[] bytes) throws IOException {
    Files.write(path.resolve(name), bytes);
    return this;
  }

  Configuration load() throws ConfigurationFaults {
    return Configuration.load(path);
  }

  Instrument instrument() throws ConfigurationFaults {
    assertThat(load().instruments()).hasSize(1);
    return load().instruments().get(0);
  }

  /** What is wrong, one line each, the folder shown as {@code config}. */
  List<String> faults() {
    try {
      Configuration configuration = load();
      throw new AssertionError("no faults in " + configuration);
    } catch (ConfigurationFaults e) {
      assertThat(e.getMessage().lines().count()).isEqualTo(e.faults().size());
      return e.faults().stream().map(f -> f.toString().replace(path.toString(), "config")).toList();
    }
  }

  private static byte[] text(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
