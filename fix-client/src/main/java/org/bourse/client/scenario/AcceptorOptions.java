package org.bourse.client.scenario;

import org.bourse.client.cli.CouldNotRun;
import picocli.CommandLine.Option;

/** The options that say where the acceptor is; who speaks to it is in the scripts. */
final class AcceptorOptions {

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
      names = "--target",
      paramLabel = "TARGET",
      description = "its CompID, where a session line says none (default: ${DEFAULT-VALUE})")
  private String target = "BOURSE";

  void check() throws CouldNotRun {
    if (port < 1 || port > 65_535) {
      throw new CouldNotRun("--port must be 1 to 65535, not " + port);
    }
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  String target() {
    return target;
  }
}
