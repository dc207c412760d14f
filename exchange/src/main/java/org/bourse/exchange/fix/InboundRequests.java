package org.bourse.exchange.fix;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.bourse.exchange.sequencer.Sequencer;
import quickfix.ApplicationAdapter;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;

/**
 * Hands what clients ask to the sequencer, on the threads that read the sockets. Where the
 * sequencer has no room, such a thread waits, and so do the clients that it reads from.
 */
final class InboundRequests extends ApplicationAdapter {
  private static final long PAUSE_NANOS = 20_000;

  private final Sequencer sequencer;
  private final Map<SessionID, FixSession> sessions;
  private final ThreadLocal<RequestTranslator> translators;

  InboundRequests(
      Sequencer sequencer, InstrumentIndex instruments, Map<SessionID, FixSession> sessions) {
    this.sequencer = sequencer;
    this.sessions = sessions;
    translators = ThreadLocal.withInitial(() -> new RequestTranslator(instruments));
  }

  @Override
  public void fromApp(Message message, SessionID sessionId) throws FieldNotFound {
    FixSession session = Objects.requireNonNull(sessions.get(sessionId));
    RequestTranslator translator = translators.get();
    int length = translator.translate(message, session.number(), session.store().epoch());
    while (!sequencer.offer(translator.buffer(), 0, length)) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }
}
