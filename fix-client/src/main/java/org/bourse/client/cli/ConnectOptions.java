package org.bourse.client.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The option that says how long to try for a connection. */
public final class ConnectOptions {

  @Option(
      names = "--connect-timeout",
      paramLabel = "DURATION",
      converter = DurationText.class,
      description = "give up after so long without a connection (default: 60s)")
  private Duration timeout = Duration.ofSeconds(60);

  /** How long to be without a connection before giving up. */
  public Duration timeout() {
    return timeout;
  }
}
