package org.bourse.exchange.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends this process with SIGKILL. The shell that sends it waits from the start, so that the end
 * comes at once.
 */
final class SelfKill {
  private final OutputStream trigger;

  private SelfKill(OutputStream trigger) {
    this.trigger = trigger;
  }

  static SelfKill prepare() throws IOException {
    String command = "read line && kill -9 " + ProcessHandle.current().pid();
    return new SelfKill(new ProcessBuilder("sh", "-c", command).start().getOutputStream());
  }

  /** Returns, and the end comes in a moment. */
  void begin() {
    try {
      trigger.write("now\n".getBytes(US_ASCII));
      trigger.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Never returns. */
  void strike() {
    begin();
    while (true) {
      LockSupport.park(this);
    }
  }
}
