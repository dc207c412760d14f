package org.bourse.client.marketdata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.Signals;

/** Takes the signals that end a program, so that it can end by itself. Others are as they were. */
final class Endings implements AutoCloseable {

  private final Map<String, Object> before = new LinkedHashMap<>();

  /**
   * Until {@link #close()}.
   *
   * @param end called for each signal
   */
  Endings(Runnable end) {
    for (String signal : List.of("INT", "TERM", "HUP")) {
      Object handler = Signals.register(signal, end);
      if (handler != null) {
        before.put(signal, handler);
      }
    }
  }

  @Override
  public void close() {
    before.forEach(Signals::unregister);
  }
}
