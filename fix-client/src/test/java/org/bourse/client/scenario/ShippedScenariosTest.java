package org.bourse.client.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bourse.client.Client;
import org.bourse.client.venue.Bourse;
import org.bourse.client.venue.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios that are shipped, against the real exchange. */
class ShippedScenariosTest {
  private static final Path DOCUMENTED = Path.of("../docs/matrices.md");

  @Test
  void shouldAllBeReadable() {
    Client.Result result = Client.run("scenario", "--check", "scenarios");

    assertThat(result.status()).as(result.err()).isZero();
  }

  @Test
  void shouldPassOnExchangeThatRunnerStartsAndKills(@TempDir Path folder) throws IOException {
    int port = FreePort.next();

    Client.Result result = run(folder, port, 0, "scenarios/basics", "scenarios/crash");

    assertThat(result.status()).as(result.out() + result.err()).isZero();
  }

  /** Also shows that the documentation has the results of this very run. */
  @Test
  void shouldPassAllOrderStateMatrices(@TempDir Path folder) throws IOException {
    int port = FreePort.next();
    int httpPort = FreePort.next();
    Path table = folder.resolve("matrices.md");

    Client.Result result =
        run(
            folder,
            port,
            httpPort,
            "scenarios/matrices",
            "--clean",
            "--venue",
            "http://127.0.0.1:" + httpPort,
            "--table",
            table.toString());

    assertThat(result.status()).as(result.out() + result.err()).isZero();
    assertThat(DOCUMENTED).content().contains(Files.readString(table));
  }

  private static Client.Result run(Path folder, int port, int httpPort, String... arguments) {
    assumeTrue(Bourse.isBuilt(), "the exchange is not packaged");
    String exchange =
        Bourse.command(folder, port, httpPort).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    List<String> all = new ArrayList<>(List.of("scenario"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--port", Integer.toString(port), "--exchange", exchange));
    all.addAll(List.of("--exchange-log", folder.resolve("exchange.log").toString()));
    return Client.run(all.toArray(String[]::new));
  }
}
