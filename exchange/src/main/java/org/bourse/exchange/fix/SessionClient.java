package org.bourse.exchange.fix;

import static org.bourse.exchange.fix.RequestFields.orEmpty;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bourse.exchange.access.Access;
import org.bourse.exchange.access.Role;
import org.bourse.exchange.access.User;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.field.MsgType;
import quickfix.field.OrdRejReason;
import quickfix.field.Text;

/** The client of a session: who has logged on, what he may do, and how much he sends. */
final class SessionClient implements EdgeCheck {
  private static final Logger LOG = LoggerFactory.getLogger("access");
  private static final String NO_LONGER_ALLOWED = "Logged out by the venue";
  private static final long LONGEST_FAREWELL = TimeUnit.SECONDS.toNanos(1);
  private static final long SHORT = TimeUnit.MICROSECONDS.toNanos(50);

  private final SessionID id;
  private final Access access;
  private final MessageMeter meter = new MessageMeter();
  private volatile @Nullable Admission admission;
  private volatile boolean loggedOut;
  private volatile boolean saysFarewell;

  SessionClient(SessionID id, Access access) {
    this.id = id;
    this.access = access;
  }

  /** Who has logged on, null: nobody, or one who may not be here any more. */
  @Nullable Admission admission() {
    return admission;
  }

  /** Takes a client in, before his Logon is handled. */
  void admit(Admission admitted, Session session) {
    if (loggedOut) {
      loggedOut = false;
      session.logon(); // only makes it possible again
    }
    saysFarewell = false;
    admission = admitted;
    renew();
  }

  /** A Logout is about to be sent. */
  void sayFarewell() {
    saysFarewell = true;
  }

  /**
   * Whether a message that has come is still to be handled. QuickFIX/J takes note of a Logout of
   * its own only after it has sent it: it would answer an answer that comes earlier, and send
   * another for a request that does. So that is waited for, shortly.
   */
  boolean awaitsMessages(Session session) {
    if (!saysFarewell) {
      return true;
    }
    long began = System.nanoTime();
    while (session.isLoggedOn()
        && !session.isLogoutSent()
        && System.nanoTime() - began < LONGEST_FAREWELL) {
      LockSupport.parkNanos(SHORT);
    }
    return session.isLoggedOn();
  }

  /** The client is gone. */
  void gone() {
    admission = null;
    saysFarewell = false;
  }

  /** Goes by the settings of now: the client is logged out if they don't allow him. */
  void renew() {
    User refused = renewed();
    if (refused != null) {
      LOG.warn("{}: {} is logged out: no longer allowed", id, refused.name());
      logOut(NO_LONGER_ALLOWED);
    }
  }

  private synchronized @Nullable User renewed() {
    Admission before = admission;
    if (before == null) {
      return null;
    }
    Admission now = before.renewed(access.participants());
    admission = now;
    if (now == null) {
      return before.user();
    }
    meter.set(now.participant().messageRate(), System.nanoTime());
    return null;
  }

  /** Counts a message against the rate. */
  MessageMeter.Verdict count() {
    return meter.count(System.nanoTime());
  }

  EdgeRefusal throttled() {
    return EdgeRefusal.throttled(meter.text());
  }

  /** Ends the connection of a client who sends far too much, with a word. On his own thread. */
  void expel() {
    LOG.warn("{}: is logged out: ten times its message rate for long", id);
    Session session = Session.lookupSession(id);
    if (session == null) {
      return;
    }
    Message logout = new Message();
    logout.getHeader().setString(MsgType.FIELD, MsgType.LOGOUT);
    logout.setString(Text.FIELD, meter.text());
    session.send(logout);
    try {
      session.disconnect("far too many messages", true);
    } catch (IOException e) {
      LOG.error("{}: could not be disconnected", id, e);
    }
  }

  /** QuickFIX/J sends the Logout within a second; until then, what the client asks is refused. */
  void logOut(String text) {
    Session session = Session.lookupSession(id);
    if (session != null && session.isLoggedOn()) {
      loggedOut = true;
      session.logout(text);
    }
  }

  @Override
  public @Nullable EdgeRefusal refusal(RequestFields request, boolean listed) {
    Admission who = admission;
    if (who == null) {
      return EdgeRefusal.notAuthorized("Not authorized");
    }
    return switch (request.msgType) {
      case MsgType.ORDER_SINGLE, MsgType.ORDER_CANCEL_REPLACE_REQUEST ->
          who.user().is(Role.TRADER) ? order(who, request, listed) : notOne(Role.TRADER);
      case MsgType.ORDER_CANCEL_REQUEST, MsgType.ORDER_MASS_CANCEL_REQUEST ->
          who.user().is(Role.TRADER) ? null : notOne(Role.TRADER);
      case MsgType.ORDER_STATUS_REQUEST, MsgType.ORDER_MASS_STATUS_REQUEST ->
          who.user().is(Role.TRADER) || who.user().is(Role.DROP_COPY) ? null : notOne(Role.TRADER);
      default -> null;
    };
  }

  private static EdgeRefusal notOne(Role role) {
    return EdgeRefusal.notAuthorized("Not authorized: the user has not the role " + role);
  }

  /** Open orders may be canceled whatever the settings say now: so this is not asked for them. */
  private static @Nullable EdgeRefusal order(Admission who, RequestFields request, boolean listed) {
    String symbol = orEmpty(request.symbol);
    if (listed && !who.sees(symbol)) {
      return EdgeRefusal.notAuthorized("Not authorized: instrument " + symbol);
    }
    boolean named = request.account != null || request.msgType.equals(MsgType.ORDER_SINGLE);
    return !named || who.session().grants().accounts().contains(orEmpty(request.account))
        ? null
        : EdgeRefusal.order(request.msgType, OrdRejReason.UNKNOWN_ACCOUNT, "Unknown Account(1)");
  }
}
