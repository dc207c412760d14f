package org.bourse.exchange.crash;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import quickfix.Log;

/** The last of what QuickFIX/J says of a session, to be shown with a fault. Any thread. */
final class SessionEvents implements Log {
  private static final int KEPT = 40;

  private final Deque<String> last = new ArrayDeque<>();

  synchronized List<String> last() {
    return List.copyOf(last);
  }

  @Override
  public synchronized void onEvent(String text) {
    if (text.startsWith("Resending")) { // one a message
      return;
    }
    if (last.size() == KEPT) {
      last.removeFirst();
    }
    last.addLast(LocalTime.now(ZoneOffset.UTC) + " " + text);
  }

  @Override
  public void onErrorEvent(String text) {
    onEvent(text);
  }

  @Override
  public void onIncoming(String message) {}

  @Override
  public void onOutgoing(String message) {}

  @Override
  public void clear() {}
}
