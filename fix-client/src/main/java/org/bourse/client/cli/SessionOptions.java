package org.bourse.client.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which session to open, and with whom. */
public final class SessionOptions {

  @Option(
      names = "--session",
      paramLabel = "SENDER",
      description = "our SenderCompID (default: ${DEFAULT-VALUE})")
  private String session = "BROKER1";

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description = "the acceptor's CompID (default: ${DEFAULT-VALUE})")
  private String target = "BOURSE";

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "where the acceptor is (default: ${DEFAULT-VALUE})")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "and its port (default: ${DEFAULT-VALUE})")
  private int port = 9876;

  @Option(
      names = "--username",
      paramLabel = "NAME",
      description = "Username(553) in the Logon (default: none)")
  private @Nullable String username;

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      description = "Password(554) in the Logon (default: none)")
  private @Nullable String password;

  /**
   * What was asked for.
   *
   * @return the endpoint
   * @throws CouldNotRun if the port is none
   */
  public Endpoint endpoint() throws CouldNotRun {
    if (port < 1 || port > 65_535) {
      throw new CouldNotRun("--port must be 1 to 65535, not " + port);
    }
    return new Endpoint(host, port, session, target, username, password);
  }
}
