package org.bourse.client.scenario;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.scenario.venue.AdminApi;
import org.bourse.client.scenario.venue.ExchangeProcess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that venue lines need. */
final class VenueOptions {

  @Option(
      names = "--venue",
      paramLabel = "URL",
      description = "the venue's admin interface, for venue lines (default: ${DEFAULT-VALUE})")
  private String venue = "http://127.0.0.1:8080";

  @Option(
      names = "--venue-user",
      paramLabel = "NAME",
      description = "an operator's name there (default: ${DEFAULT-VALUE})")
  private String user = "operator";

  @Option(
      names = "--venue-password",
      paramLabel = "PASSWORD",
      description = "and password (default: ${DEFAULT-VALUE})")
  private String password = "operator";

  @Option(
      names = "--exchange",
      paramLabel = "COMMAND",
      description =
          "starts the exchange, which is ended after the last scenario; 'venue kill', 'stop' and"
              + " 'start' need it (default: one that runs already)")
  private @Nullable String exchange;

  @Option(
      names = "--exchange-log",
      paramLabel = "FILE",
      description = "what the exchange prints is added here (default: a temporary file)")
  private @Nullable Path log;

  URI url() throws CouldNotRun {
    try {
      URI url = URI.create(venue);
      if (url.getHost() != null && String.valueOf(url.getScheme()).matches("https?")) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw new CouldNotRun("--venue: '" + venue + "' is no URL", e);
    }
    throw new CouldNotRun("--venue must be an http URL, not '" + venue + "'");
  }

  AdminApi api(URI url) {
    Duration startTime = exchange == null ? Duration.ZERO : Duration.ofSeconds(10);
    return new AdminApi(url, user, password, startTime);
  }

  /** The exchange, started; null where it is not ours. */
  @Nullable ExchangeProcess exchange(String host, int port) throws CouldNotRun {
    if (exchange == null) {
      return null;
    }
    ExchangeProcess process = new ExchangeProcess(exchange, host, port, log());
    process.start();
    return process;
  }

  private Path log() throws CouldNotRun {
    if (log != null) {
      return log;
    }
    try {
      Path file = Files.createTempFile("bourse-exchange", ".log");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new CouldNotRun("no temporary file for the exchange: " + e.getMessage(), e);
    }
  }
}
