package org.bourse.exchange.config;

/**
 * The HTTP server.
 *
 * @param address where it listens: a name or address of this machine
 * @param port 1 to 65535, 0: there is no HTTP server
 */
public record HttpSettings(String address, int port) {
  /** No HTTP server. */
  public static final HttpSettings OFF = new HttpSettings("127.0.0.1", 0);

  /** The same on another port. */
  public HttpSettings withPort(int other) {
    return new HttpSettings(address, other);
  }
}
