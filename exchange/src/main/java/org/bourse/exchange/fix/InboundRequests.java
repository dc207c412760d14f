package org.bourse.exchange.fix;

import java.util.Map;
import java.util.Objects;
import org.bourse.exchange.marketdata.WhenSlow;
import org.bourse.exchange.sequencer.Sequencer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.ApplicationAdapter;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.field.MsgType;

/**
 * Hands what clients ask to the sequencer, on the threads that read the sockets. Where the
 * sequencer has no room, such a thread waits, and so do the clients that it reads from.
 */
final class InboundRequests extends ApplicationAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(InboundRequests.class);

  private final Sequencer sequencer;
  private final Map<SessionID, FixSession> sessions;
  private final UserRequests users;
  private final Runnable afterOffer;
  private final ThreadLocal<RequestTranslator> translators;
  private final ThreadLocal<MarketDataReader> readers;

  /**
   * For some sessions.
   *
   * @param whenSlow what becomes of a slow subscriber to market data that has not said it
   * @param users answers what users ask about themselves
   * @param afterOffer done when the sequencer has taken a request, before the next is read; not
   *     done for one that was held back until a Logon, in whose turn nothing can be waited for
   */
  InboundRequests(
      Sequencer sequencer,
      InstrumentIndex instruments,
      WhenSlow whenSlow,
      Map<SessionID, FixSession> sessions,
      UserRequests users,
      Runnable afterOffer) {
    this.sequencer = sequencer;
    this.sessions = sessions;
    this.users = users;
    this.afterOffer = afterOffer;
    translators = ThreadLocal.withInitial(() -> new RequestTranslator(instruments));
    readers = ThreadLocal.withInitial(() -> new MarketDataReader(instruments, whenSlow));
  }

  /** Has the session answer a fault of one of its own messages. */
  @Override
  public void fromAdmin(Message message, SessionID sessionId) {
    if (message instanceof FaultyMessage faulty) {
      throw faulty.fault();
    }
  }

  @Override
  public void fromApp(Message message, SessionID sessionId) throws FieldNotFound {
    FixSession session = Objects.requireNonNull(sessions.get(sessionId));
    if (message instanceof FaultyMessage faulty && !faulty.isRefused()) {
      throw faulty.fault();
    }
    MessageMeter.Verdict verdict = session.client().count();
    RequestTranslator translator = translators.get();
    int length = command(translator, message, session, verdict == MessageMeter.Verdict.IN_TIME);
    sequencer.put(translator.buffer(), 0, length);
    @Nullable RequestFields taken = translator.taken();
    if (taken != null) {
      taken(taken, session);
    }
    if (!Thread.holdsLock(session.turn())) {
      afterOffer.run();
    }
    if (verdict == MessageMeter.Verdict.FAR_TOO_MANY) {
      session.client().expel();
    }
  }

  /** What is to be done about a request beside what the engine does. */
  private void taken(RequestFields request, FixSession session) {
    switch (request.msgType) {
      case MsgType.USER_REQUEST -> users.handle(request, session);
      case MsgType.DONT_KNOW_TRADE ->
          LOG.warn(
              "{}: does not know execution {} of order {}, DKReason(127) {}",
              session.id(),
              printable(request.execId),
              printable(request.orderId),
              printable(request.dkReason));
      default -> {
        // the engine answers
      }
    }
  }

  private static String printable(@Nullable String text) {
    return RequestFields.orEmpty(text).replaceAll("\\p{Cntrl}", "?");
  }

  private int command(
      RequestTranslator translator, Message message, FixSession session, boolean inTime)
      throws FieldNotFound {
    int number = session.number();
    int epoch = session.store().epoch();
    SessionClient client = session.client();
    if (!inTime) {
      return translator.refuse(message, number, epoch, client.throttled());
    }
    if (message instanceof FaultyMessage faulty) {
      return translator.refuse(faulty, number, epoch);
    }
    int length = translator.translate(message, number, epoch, client);
    @Nullable RequestFields taken = translator.taken();
    if (taken == null || !taken.msgType.equals(MsgType.MARKET_DATA_REQUEST)) {
      return length;
    }
    EdgeRefusal refusal = park(message, taken.msgSeqNum, epoch, session);
    return refusal == null ? length : translator.refuse(message, number, epoch, refusal);
  }

  /**
   * Keeps what is asked of market data until the command has its turn, which may be as soon as it
   * is offered.
   *
   * @return why it can't be, null: it is kept
   */
  private @Nullable EdgeRefusal park(
      Message message, int msgSeqNum, int epoch, FixSession session) {
    EdgeRefusal refusal = MarketDataReader.form(message);
    if (refusal != null) {
      return refusal;
    }
    Admission who = session.client().admission();
    if (who == null) {
      return EdgeRefusal.notAuthorized("Not authorized");
    }
    MarketDataRequests.Asked asked = readers.get().read(message, who);
    return session.marketData().park(epoch, msgSeqNum, asked)
        ? null
        : EdgeRefusal.throttled("Too many requests for market data wait for their answers");
  }
}
