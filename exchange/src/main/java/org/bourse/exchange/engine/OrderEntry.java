package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** New orders: taken, refused, or recognized as asked for before. */
final class OrderEntry {
  /** Scopes of texts that belong to no participant. */
  static final int ACCOUNTS = -1;

  private static final int SYMBOLS = -2;

  private final Instruments instruments;
  private final Orders orders;
  private final Texts texts;
  private final Reports reports;
  private final Matching matching;

  OrderEntry(
      Instruments instruments, Orders orders, Texts texts, Reports reports, Matching matching) {
    this.instruments = instruments;
    this.orders = orders;
    this.texts = texts;
    this.reports = reports;
    this.matching = matching;
  }

  /** NewOrderSingle(D). */
  void enter(Request request) {
    if (isKnown(request)) {
      return;
    }
    Refusal refusal = refusal(request);
    if (refusal != null) {
      long orderId = add(request, OrdStatus.REJECTED);
      reports.rejected(orderId, request, refusal.code(), refusal.text());
      return;
    }
    long orderId = add(request, OrdStatus.NEW);
    reports.changed(orderId, ExecType.NEW, request, 0);
    matching.run(orderId, instruments.get(request.instrumentId));
  }

  /** A new order that the edge refused. */
  void refuse(Request request, DirectBuffer text) {
    if (!request.hasUsableClOrdId()) {
      reports.rejectedNameless(request);
    } else if (!isKnown(request)) {
      long orderId = add(request, OrdStatus.REJECTED);
      orders.symbol(orderId, texts.intern(SYMBOLS, request.symbol));
      reports.rejected(orderId, request, request.reason, text);
    }
  }

  /**
   * Answers an order whose ClOrdID is in use: FIX 4.4 asks for a status where it says PossResend,
   * else for a refusal.
   */
  private boolean isKnown(Request request) {
    long known = texts.orderId(texts.find(request.participantId, request.clOrdId));
    if (known == 0) {
      return false;
    }
    if (request.possResend) {
      reports.status(known, request);
    } else {
      reports.duplicate(known, request);
    }
    return true;
  }

  private @Nullable Refusal refusal(Request request) {
    if (!instruments.has(request.instrumentId)) {
      request.instrumentId = -1;
      return Refusal.UNKNOWN_SYMBOL;
    }
    ListedInstrument instrument = instruments.get(request.instrumentId);
    return instrument.enabled()
        ? Rules.newOrder(request, instrument.rules())
        : Refusal.UNKNOWN_SYMBOL;
  }

  private long add(Request request, byte status) {
    long orderId =
        orders.add(
            request.instrumentId,
            request.participantId,
            request.sessionId,
            request.side,
            request.ordType);
    orders.timeInForce(orderId, request.timeInForce);
    orders.status(orderId, status);
    orders.price(orderId, request.price);
    orders.orderQty(orderId, request.quantity);
    orders.clOrdId(orderId, texts.add(request.participantId, request.clOrdId, orderId));
    orders.account(orderId, texts.intern(ACCOUNTS, request.account));
    return orderId;
  }
}
