package org.bourse.client.venue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that nobody listens at. They are below those that the system gives to connections, so that
 * none of the many that tests open takes one between its choice and its use.
 */
public final class FreePort {
  private static final int FIRST = 12_000;
  private static final int COUNT = 20_000;
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private FreePort() {}

  /** A port that is given out once, until all have been. */
  public static int next() throws IOException {
    int port = candidate();
    while (!isFree(port)) {
      port = candidate();
    }
    return port;
  }

  private static int candidate() {
    return FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (BindException taken) {
      return false;
    }
  }
}
