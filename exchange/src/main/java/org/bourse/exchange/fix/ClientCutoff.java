package org.bourse.exchange.fix;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Disconnects all clients once what is sent to them can't be kept. Any thread may find that out,
 * those that disconnecting waits for among them: so it is done on one of its own.
 */
final class ClientCutoff {
  /** Operators know this as the gateway's word. */
  private static final Logger LOG = LoggerFactory.getLogger(FixGateway.class);

  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile @Nullable FixPort port;

  /** Names the port that is closed. Without it, or while it is not open, nobody is connected. */
  void guard(FixPort guarded) {
    port = guarded;
  }

  /** Why clients were disconnected, null where all is well. */
  @Nullable Throwable failure() {
    return failure.get();
  }

  /** Disconnects all clients, for good, without waiting for it. Only the first call does. */
  void fail(Throwable cause) {
    if (failure.compareAndSet(null, cause)) {
      LOG.error(
          "All clients are disconnected until a restart: what is sent to them can't be kept",
          cause);
      Thread thread = new Thread(this::disconnect, "fix-disconnect");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void disconnect() {
    FixPort guarded = port;
    if (guarded != null) {
      guarded.close(true);
    }
  }
}
