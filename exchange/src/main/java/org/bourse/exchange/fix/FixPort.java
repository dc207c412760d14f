package org.bourse.exchange.fix;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.mina.core.filterchain.IoFilterChain;
import org.jspecify.annotations.Nullable;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.RuntimeError;
import quickfix.SessionID;
import quickfix.mina.message.FIXProtocolCodecFactory;

/** Where FIX clients connect: the acceptor, and what watches over each connection. */
final class FixPort {
  private final FixSettings settings;
  private final DirectAcceptor acceptor;

  /**
   * A port, closed yet.
   *
   * @param sentAgain told when a client was sent again what it had asked for
   * @throws IOException where QuickFIX/J does not take the settings
   */
  FixPort(
      FixSettings settings,
      Application application,
      Map<SessionID, FixSession> sessions,
      LogonGate gate,
      Cork cork,
      Consumer<FixSession> sentAgain)
      throws IOException {
    this.settings = settings;
    try {
      acceptor =
          new DirectAcceptor(
              application,
              id -> of(sessions, id).messageStore(),
              settings.settings(),
              SessionEvents.factory(),
              new InboundMessages(),
              id -> of(sessions, id).turn(),
              id -> of(sessions, id).readingTurn(),
              session -> of(sessions, session.getSessionID()).client().awaitsMessages(session),
              id -> sentAgain.accept(of(sessions, id)));
    } catch (ConfigError e) {
      throw new IOException("FIX settings: " + e.getMessage(), e);
    }
    LinkWatch watch = new LinkWatch(id -> of(sessions, id));
    Strangers strangers = new Strangers();
    LogonDeadline deadline = new LogonDeadline(settings.logonTimeoutMillis());
    acceptor.setIoFilterChainBuilder(
        chain -> {
          encrypt(chain);
          String codec = FIXProtocolCodecFactory.FILTER_NAME;
          chain.addBefore(codec, "logon-deadline", deadline);
          chain.addBefore(codec, "message-limit", new MessageLimit());
          chain.addBefore(codec, "cork", cork);
          chain.addBefore(codec, "link-watch", watch);
          chain.addAfter(codec, "message-ends", MessageLimit.ends());
          chain.addAfter("message-ends", "strangers", strangers);
          chain.addAfter("strangers", "logon-gate", gate);
        });
  }

  private void encrypt(IoFilterChain chain) {
    if (chain.getSession().getLocalAddress() instanceof InetSocketAddress at) {
      Tls tls = settings.tls().get(at.getPort());
      if (tls != null) {
        chain.addFirst("tls", new TlsFilter(tls));
      }
    }
  }

  private static FixSession of(Map<SessionID, FixSession> sessions, SessionID id) {
    return Objects.requireNonNull(sessions.get(id));
  }

  /**
   * Opens the port.
   *
   * @throws IOException where the port can't be had, or QuickFIX/J does not take the settings
   */
  void open() throws IOException {
    try {
      acceptor.start();
    } catch (ConfigError e) {
      throw new IOException("FIX settings: " + e.getMessage(), e);
    } catch (RuntimeError e) {
      throw new IOException("FIX port: " + settings.address() + ": " + reason(e), e);
    }
  }

  /** Logs all clients out, waits for their answers unless forced, and closes the port. */
  void close(boolean forced) {
    acceptor.stop(forced);
  }

  /** What the system said, below what libraries made of it. */
  private static @Nullable String reason(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage();
  }
}
