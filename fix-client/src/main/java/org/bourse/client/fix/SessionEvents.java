package org.bourse.client.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bourse.client.cli.Endpoint;
import org.jspecify.annotations.Nullable;
import quickfix.ApplicationAdapter;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionStateListener;
import quickfix.field.MsgType;
import quickfix.field.Password;
import quickfix.field.RefSeqNum;
import quickfix.field.ResetSeqNumFlag;
import quickfix.field.TestReqID;
import quickfix.field.Text;
import quickfix.field.Username;

/**
 * Turns what the FIX engine tells into the state of a {@link Link} and the calls of a {@link
 * LinkListener}.
 *
 * <p>A session that goes on after a reconnect is ready only when a TestRequest sent after the Logon
 * has been answered. Messages are handled in sequence, so that answer proves that both sides have
 * filled their gaps. It is asked again until then: a gap fill may pass over the question or the
 * answer.
 */
final class SessionEvents extends ApplicationAdapter implements SessionStateListener {

  private final Endpoint endpoint;
  private final Link link;
  private final LinkListener listener;
  private final SessionFaults faults;
  private final boolean retry;

  private volatile boolean resetAtLogon;
  private volatile boolean everReady;
  private volatile boolean loggedOn;
  private volatile @Nullable String logoutText;
  private final AtomicInteger probes = new AtomicInteger();

  SessionEvents(
      Endpoint endpoint,
      Link link,
      LinkListener listener,
      SessionFaults faults,
      boolean retry,
      boolean resetAtLogon) {
    this.endpoint = endpoint;
    this.link = link;
    this.listener = listener;
    this.faults = faults;
    this.retry = retry;
    this.resetAtLogon = resetAtLogon;
  }

  @Override
  public void toAdmin(Message message, SessionID id) {
    if (!is(message, MsgType.LOGON)) {
      return;
    }
    if (resetAtLogon) {
      message.setBoolean(ResetSeqNumFlag.FIELD, true);
    }
    if (endpoint.username() != null) {
      message.setString(Username.FIELD, endpoint.username());
    }
    if (endpoint.password() != null) {
      message.setString(Password.FIELD, endpoint.password());
    }
  }

  @Override
  public void fromAdmin(Message message, SessionID id) {
    if (is(message, MsgType.HEARTBEAT)) {
      if (probe().equals(message.getOptionalString(TestReqID.FIELD).orElse(""))) {
        ready();
      }
    } else if (is(message, MsgType.LOGOUT)) {
      logoutText = message.getOptionalString(Text.FIELD).orElse("Logout");
    } else if (is(message, MsgType.REJECT)) {
      listener.onRefused(message, refused(message, id));
    }
  }

  @Override
  public void fromApp(Message message, SessionID id) {
    if (is(message, MsgType.BUSINESS_MESSAGE_REJECT)) {
      listener.onRefused(message, refused(message, id));
    } else {
      listener.onMessage(message);
    }
  }

  @Override
  public void onLogon(SessionID id) {
    loggedOn = true;
    if (resetAtLogon) {
      resetAtLogon = false;
      ready();
    } else {
      probes.incrementAndGet();
      Session.lookupSession(id).generateTestRequest(probe());
    }
  }

  /** Asks for an answer again, if one is still awaited. */
  void askAgain(Session session) {
    if (loggedOn && !link.isReady()) {
      session.generateTestRequest(probe());
    }
  }

  @Override
  public void onConnect() {
    logoutText = null;
    faults.take();
  }

  @Override
  public void onConnectException(Exception exception) {
    String reason = reason(exception);
    link.away(reason);
    if (!everReady) {
      listener.onAttemptFailed(reason);
    }
    if (!retry) {
      link.end("no connection to " + endpoint.address() + ": " + reason);
    }
  }

  @Override
  public void onDisconnect() {
    String fault = faults.take();
    String said = logoutText != null ? logoutText : fault;
    String reason = said != null ? said : "the acceptor closed the connection";
    boolean refused = !loggedOn;
    loggedOn = false;
    if (refused) {
      reason = "logon refused by " + endpoint.target() + ": " + reason;
    }
    boolean wasReady = link.away(reason);
    if (!everReady) {
      link.end(reason);
    } else if (!retry) {
      link.end("connection lost: " + reason);
    }
    if (wasReady) {
      listener.onAway(reason);
    }
  }

  private void ready() {
    everReady = true;
    listener.onReady();
    link.ready();
  }

  /** The message that a reject refers to, from our store. */
  private static String refused(Message reject, SessionID id) {
    String number = reject.getOptionalString(RefSeqNum.FIELD).orElse("");
    if (!number.matches("\\d{1,9}")) {
      return "";
    }
    int msgSeqNum = Integer.parseInt(number);
    List<String> found = new ArrayList<>(1);
    try {
      Session.lookupSession(id).getStore().get(msgSeqNum, msgSeqNum, found);
    } catch (IOException e) {
      throw new UncheckedIOException("the message store cannot be read", e);
    }
    return found.isEmpty() ? "" : found.get(0);
  }

  private String probe() {
    return "IN-STEP-" + probes.get();
  }

  private static String reason(Exception exception) {
    Throwable root = exception;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof UnresolvedAddressException) {
      return "unknown host";
    }
    String message = root.getMessage();
    return message != null ? message : root.getClass().getSimpleName();
  }

  private static boolean is(Message message, String type) {
    return type.equals(message.getHeader().getOptionalString(MsgType.FIELD).orElse(""));
  }
}
