package org.bourse.exchange.fix;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;
import quickfix.Session;

/** A client that has asked for market data, for as long as its connection lasts. One thread. */
final class Subscriber {
  /** How many subscriptions one may have. */
  static final int MOST = 256;

  private static final long LONGEST_DRAIN = TimeUnit.SECONDS.toNanos(10);
  private static final long RESENDS_APART = TimeUnit.SECONDS.toNanos(1);
  private static final int LAST_NUMBER = Integer.MAX_VALUE - 10_000_000;

  private final FixSession session;
  private final IoSession connection;
  private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
  private @Nullable String cutText;
  private long cutAt;
  private long missedAt;
  private long levelFrom;

  Subscriber(FixSession session, IoSession connection, long now) {
    this.session = session;
    this.connection = connection;
    missedAt = now - RESENDS_APART;
    levelFrom = now;
  }

  FixSession session() {
    return session;
  }

  IoSession connection() {
    return connection;
  }

  /** Whether it is the client of a connection. */
  boolean isAt(@Nullable IoSession other) {
    return connection == other;
  }

  /** QuickFIX/J's session, where the client is there and may be sent something; else null. */
  @Nullable Session live() {
    Session live = Session.lookupSession(session.id());
    boolean mayBeSent =
        !isCut()
            && live != null
            && live.isLoggedOn()
            && !live.isLogoutSent()
            && session.connection() == connection;
    return mayBeSent ? live : null;
  }

  /** Bytes that have been written for it and that its system has not taken yet. */
  long unread() {
    return Cork.unread(connection);
  }

  /** Whether it soon has no MsgSeqNum(34) left, which is an int in QuickFIX/J. */
  boolean hasFewNumbers() {
    return session.store().getNextSenderMsgSeqNum() > LAST_NUMBER;
  }

  /** It asks for messages again, and is to be shown all again: at most once in some time. */
  void missed(long now) {
    levelFrom = now - missedAt < RESENDS_APART ? missedAt + RESENDS_APART : now;
    missedAt = now;
  }

  /** Whether it may be shown all again. */
  boolean mayBeLevel(long now) {
    return now - levelFrom >= 0;
  }

  /** What it has asked for and has not got in full yet, by MDReqID(262). */
  Map<String, Subscription> subscriptions() {
    return subscriptions;
  }

  /** It is sent nothing more, and is to be logged out. */
  void cut(String text, long now) {
    cutText = text;
    cutAt = now;
  }

  boolean isCut() {
    return cutText != null;
  }

  /**
   * Logs it out once it has taken what was sent before, so that it can read why; or after some
   * time.
   *
   * @return whether nothing is left to be done
   */
  boolean logOutIfDrained(long now) {
    String text = cutText;
    if (text == null || (unread() > 0 && now - cutAt < LONGEST_DRAIN)) {
      return false;
    }
    if (session.connection() == connection) {
      session.client().logOut(text);
    }
    return true;
  }
}
