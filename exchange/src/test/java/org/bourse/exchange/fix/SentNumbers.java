package org.bourse.exchange.fix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.bourse.exchange.journal.Storage;

/** Where the sessions of a message log stand that no exchange has open. */
public final class SentNumbers {
  private static final int SEGMENT = 4096;

  private SentNumbers() {}

  /** Each session's next sender number, by its name. */
  public static Map<String, Integer> next(Path fix, Storage storage) throws IOException {
    Map<String, Integer> next = new TreeMap<>();
    MessageLogSettings settings = new MessageLogSettings(SEGMENT, 1, false, OptionalLong.empty());
    try (MessageLog log = MessageLog.open(fix, settings, false, storage)) {
      for (SessionRecord session : log.sessions()) {
        next.put(session.name(), session.nextSender());
      }
    }
    return next;
  }
}
