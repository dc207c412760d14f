package org.bourse.exchange.fix;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bourse.exchange.access.CancelOnDisconnect;
import org.bourse.exchange.access.Grants;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.sequencer.Sequencer;
import quickfix.Message;
import quickfix.field.MsgType;
import quickfix.field.SubscriptionRequestType;

/**
 * Tells the engine of clients that come and go, where it matters to it: their orders are to be
 * canceled when they go, or they have subscribed to something. On the threads that read the
 * sockets; where the sequencer has no room, such a thread waits.
 */
final class Presence {
  /** By which a client asks at its Logon to have its orders canceled: a tag of our own. */
  static final int CANCEL_ON_DISCONNECT = 8013;

  private final Sequencer sequencer;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, Wish> wishes = new ConcurrentHashMap<>();

  /**
   * Knows nothing of any client.
   *
   * @param armed sessions whose orders the engine would cancel
   */
  Presence(Sequencer sequencer, Set<String> armed) {
    this.sequencer = sequencer;
    told.addAll(armed);
  }

  /** A client has logged on. */
  void connected(FixSession session, Message logon) {
    Admission admission = session.client().admission();
    if (admission == null) {
      return;
    }
    Wish wish = wish(admission, asks(logon));
    wishes.put(session.name(), wish);
    boolean isKnown = wish.cancels() ? !told.add(session.name()) : told.remove(session.name());
    if (wish.cancels() || isKnown) {
      tell(session, wish);
    }
  }

  /** The settings have changed: they hold for a client that is there, too. */
  void renew(FixSession session) {
    Admission admission = session.client().admission();
    Wish before = wishes.get(session.name());
    if (admission == null || before == null) {
      return;
    }
    Wish wish = wish(admission, before.asked());
    if (!wish.equals(before) && wishes.replace(session.name(), before, wish)) {
      if (wish.cancels()) {
        told.add(session.name());
      }
      tell(session, wish);
    }
  }

  /** What is to become of a client's orders when it is gone, and whether it asked at its Logon. */
  private record Wish(boolean asked, boolean cancels, Duration grace) {}

  private static Wish wish(Admission admission, boolean asked) {
    Grants grants = admission.session().grants();
    boolean cancels =
        grants.cancelOnDisconnect() == CancelOnDisconnect.YES
            || (grants.cancelOnDisconnect() == CancelOnDisconnect.ON_REQUEST && asked);
    return new Wish(asked, cancels, grants.cancelGrace());
  }

  private void tell(FixSession session, Wish wish) {
    sequencer.put(
        Control.of(ControlKind.CONNECTED)
            .session(session.number())
            .code(wish.cancels() ? 1 : 0)
            .time(wish.grace().toNanos()));
  }

  private static boolean asks(Message logon) {
    return logon.getOptionalString(CANCEL_ON_DISCONNECT).orElse("").equals("Y");
  }

  /**
   * A client has sent a request: it may be a subscription, which ends with the connection. Of one
   * to market data the engine knows nothing.
   */
  void asked(FixSession session, Message request) {
    String type = request.getOptionalString(SubscriptionRequestType.FIELD).orElse("");
    if (type.equals(String.valueOf(SubscriptionRequestType.SNAPSHOT_UPDATES))
        && !isOfMarketData(request)) {
      told.add(session.name());
    }
  }

  private static boolean isOfMarketData(Message request) {
    return request
        .getHeader()
        .getOptionalString(MsgType.FIELD)
        .orElse("")
        .equals(MsgType.MARKET_DATA_REQUEST);
  }

  /** A client is gone. */
  void gone(FixSession session) {
    wishes.remove(session.name());
    if (told.contains(session.name())) {
      sequencer.put(Control.of(ControlKind.DISCONNECTED).session(session.number()));
    }
  }
}
