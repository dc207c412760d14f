package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.model.ControlKind;

/** Sets the business clock of an exchange that is down: the last command of its journal does. */
final class BusinessTime {
  private BusinessTime() {}

  /** So much time has gone by since it went down. */
  static void pass(Path data, Duration time) throws IOException {
    append(data, Control.of(ControlKind.CLOCK).time(time.toNanos()).code(1));
  }

  /** It is started at a moment. */
  static void set(Path data, String time) throws IOException {
    Duration ahead = Duration.between(Instant.now(), Instant.parse(time));
    append(data, Control.of(ControlKind.CLOCK).time(ahead.toNanos()));
  }

  private static void append(Path data, Control control) throws IOException {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[Commands.MAX_LENGTH]);
    int length = Commands.encode(control, buffer, 0);
    try (Journal journal = Journal.open(data.resolve("journal"), 1 << 20, Storage.disk())) {
      journal.append(System.currentTimeMillis() * 1_000_000, buffer, 0, length);
      journal.commit(true);
    }
  }
}
