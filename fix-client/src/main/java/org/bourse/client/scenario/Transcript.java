package org.bourse.client.scenario;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bourse.client.fix.MessageText;
import org.bourse.client.scenario.wire.SessionId;
import org.bourse.client.scenario.wire.WireLog;
import org.bourse.client.scenario.wire.WireMessage;
import org.jspecify.annotations.Nullable;

/** What was said last, on all sessions of a scenario; printed at once where asked for. */
final class Transcript implements WireLog {

  private static final int KEPT = 8;

  private final MessageText text;
  private final @Nullable PrintWriter out;
  private final OpenOrders orders;
  private final ClOrdIds clOrdIds;
  private final Deque<String> last = new ArrayDeque<>();

  Transcript(MessageText text, @Nullable PrintWriter out, OpenOrders orders, ClOrdIds clOrdIds) {
    this.text = text;
    this.out = out;
    this.orders = orders;
    this.clOrdIds = clOrdIds;
  }

  @Override
  public void sent(SessionId session, WireMessage message) {
    String clOrdId = message.get(11);
    if (clOrdId != null) {
      clOrdIds.sent(clOrdId);
    }
    add(session.name() + " > ", message);
  }

  @Override
  public void received(SessionId session, WireMessage message) {
    orders.seen(session.name(), message);
    add(session.name() + " < ", message);
  }

  private synchronized void add(String whose, WireMessage message) {
    String line = whose + message.seqNum() + " " + text.of(message.text());
    last.add(line);
    if (last.size() > KEPT) {
      last.remove();
    }
    if (out != null) {
      out.println("    " + line);
    }
  }

  synchronized List<String> last() {
    return new ArrayList<>(last);
  }
}
