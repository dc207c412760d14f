package org.bourse.exchange.fix;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bourse.exchange.access.CancelOnDisconnect;
import org.bourse.exchange.access.Grants;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.sequencer.Sequencer;
import quickfix.Message;
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
    Grants grants = admission.session().grants();
    boolean cancels =
        grants.cancelOnDisconnect() == CancelOnDisconnect.YES
            || (grants.cancelOnDisconnect() == CancelOnDisconnect.ON_REQUEST && asks(logon));
    boolean isKnown = cancels ? !told.add(session.name()) : told.remove(session.name());
    if (cancels || isKnown) {
      sequencer.put(
          Control.of(ControlKind.CONNECTED)
              .session(session.number())
              .code(cancels ? 1 : 0)
              .time(grants.cancelGrace().toNanos()));
    }
  }

  private static boolean asks(Message logon) {
    return logon.getOptionalString(CANCEL_ON_DISCONNECT).orElse("").equals("Y");
  }

  /** A client has sent a request: it may be a subscription, which ends with the connection. */
  void asked(FixSession session, Message request) {
    String type = request.getOptionalString(SubscriptionRequestType.FIELD).orElse("");
    if (type.equals(String.valueOf(SubscriptionRequestType.SNAPSHOT_UPDATES))) {
      told.add(session.name());
    }
  }

  /** A client is gone. */
  void gone(FixSession session) {
    if (told.contains(session.name())) {
      sequencer.put(Control.of(ControlKind.DISCONNECTED).session(session.number()));
    }
  }
}
