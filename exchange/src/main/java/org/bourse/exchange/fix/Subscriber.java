package org.bourse.exchange.fix;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;
import quickfix.Session;

/** A client that has asked for market data, for as long as its connection lasts. One thread. */
final class Subscriber {
  /** How many subscriptions one may have. */
  static final int MOST = 256;

  private final FixSession session;
  private final IoSession connection;
  private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
  private boolean isCut;

  Subscriber(FixSession session, IoSession connection) {
    this.session = session;
    this.connection = connection;
  }

  FixSession session() {
    return session;
  }

  /** Whether it is the client of a connection. */
  boolean isAt(@Nullable IoSession other) {
    return connection == other;
  }

  /** QuickFIX/J's session, where the client is there and may be sent something; else null. */
  @Nullable Session live() {
    Session live = Session.lookupSession(session.id());
    boolean mayBeSent =
        !isCut && live != null && live.isLoggedOn() && session.connection() == connection;
    return mayBeSent ? live : null;
  }

  /** Bytes that have been written for it and that its system has not taken yet. */
  long unread() {
    return connection.getScheduledWriteBytes();
  }

  Map<String, Subscription> subscriptions() {
    return subscriptions;
  }

  /** Logs it out; it is sent nothing more. */
  void cut(String text) {
    isCut = true;
    session.client().logOut(text);
  }

  boolean isCut() {
    return isCut;
  }
}
