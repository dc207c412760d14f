package org.bourse.exchange;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.fix.FixGateway;
import org.bourse.exchange.sequencer.LocalSequencer;

/** Has the commands of a start carried out before anybody else may ask for anything. */
final class FirstCommands {
  private static final Duration TAKE_AT_MOST = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = 200_000;

  private FirstCommands() {}

  /**
   * Carries them out; when this returns, the engine knows all sessions and instruments, and the
   * outbox knows that it does.
   *
   * @param commands each of which gives one event
   * @param lastEventSeq the last event before them
   * @throws IOException where order entry or the message log fails, or it takes too long
   */
  static void carryOut(
      List<Command> commands, LocalSequencer line, FixGateway gateway, long lastEventSeq)
      throws IOException {
    commands.forEach(line::put);
    long deadline = System.nanoTime() + TAKE_AT_MOST.toNanos();
    while (gateway.lastEventSeq() < lastEventSeq + commands.size()) {
      requireUsable(line, gateway);
      if (System.nanoTime() > deadline) {
        throw new IOException("the journal took longer than " + TAKE_AT_MOST);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static void requireUsable(LocalSequencer line, FixGateway gateway) throws IOException {
    Throwable halted = line.haltCause();
    if (halted != null) {
      throw new IOException("order entry is halted: " + halted.getMessage(), halted);
    }
    Throwable failed = gateway.failure();
    if (failed != null) {
      throw new IOException("FIX message log: " + failed.getMessage(), failed);
    }
  }
}
