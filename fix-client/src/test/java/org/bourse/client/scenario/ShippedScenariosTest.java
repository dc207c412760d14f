package org.bourse.client.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.bourse.client.Client;
import org.bourse.client.venue.Bourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios that are shipped, against the real exchange. */
class ShippedScenariosTest {

  @Test
  void shouldAllBeReadable() {
    Client.Result result = Client.run("scenario", "--check", "scenarios");

    assertThat(result.status()).as(result.err()).isZero();
  }

  @Test
  void shouldPassOnExchangeThatRunnerStartsAndKills(@TempDir Path folder) throws IOException {
    assumeTrue(Bourse.isBuilt(), "the exchange is not packaged");
    int port = Bourse.freePort();
    List<String> exchange = Bourse.command(folder, port);

    Client.Result result =
        Client.run(
            "scenario",
            "scenarios/basics",
            "scenarios/crash",
            "--port",
            Integer.toString(port),
            "--exchange",
            exchange.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" ")),
            "--exchange-log",
            folder.resolve("exchange.log").toString());

    assertThat(result.status()).as(result.out() + result.err()).isZero();
  }
}
