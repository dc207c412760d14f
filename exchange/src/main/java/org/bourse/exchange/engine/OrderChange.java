package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Requests that concern an order: cancel, replace and status. */
final class OrderChange {
  static final byte CANCEL = '1'; // CxlRejResponseTo(434)
  static final byte REPLACE = '2';

  private final Instruments instruments;
  private final Orders orders;
  private final Texts texts;
  private final Reports reports;
  private final Matching matching;
  private long found;

  OrderChange(
      Instruments instruments, Orders orders, Texts texts, Reports reports, Matching matching) {
    this.instruments = instruments;
    this.orders = orders;
    this.texts = texts;
    this.reports = reports;
    this.matching = matching;
  }

  /** OrderCancelRequest(F). */
  void cancel(Request request) {
    if (!findOrAnswer(request, CANCEL)) {
      return;
    }
    int name = useUp(request);
    Refusal refusal = unchangeable(request);
    if (refusal != null) {
      reports.cancelRejected(found, request, CANCEL, refusal.code(), refusal.text());
      return;
    }
    matching.withdraw(found, instruments.get(request.instrumentId).book());
    int previousName = orders.clOrdId(found);
    orders.clOrdId(found, name);
    orders.status(found, OrdStatus.CANCELED);
    reports.changed(found, ExecType.CANCELED, request, previousName);
  }

  /** OrderCancelReplaceRequest(G). */
  void replace(Request request) {
    if (!findOrAnswer(request, REPLACE)) {
      return;
    }
    int name = useUp(request);
    Refusal refusal = unchangeable(request);
    if (refusal != null) {
      reports.cancelRejected(found, request, REPLACE, refusal.code(), refusal.text());
      return;
    }
    ListedInstrument instrument = instruments.get(request.instrumentId);
    refusal = Rules.replace(request, orders.ordType(found), instrument);
    if (refusal != null) {
      reports.cancelRejected(found, request, REPLACE, Refusal.CHANGE, refusal.text());
      return;
    }
    change(found, request, name, instrument);
  }

  /** OrderStatusRequest(H). */
  void query(Request request) {
    long named =
        request.clOrdId.capacity() > 0
            ? texts.orderId(texts.find(request.participantId, request.clOrdId))
            : ownOrder(request);
    if (named == 0 || (request.orderId != 0 && request.orderId != named)) {
      reports.unknownStatus(
          request, instruments.has(request.instrumentId) ? request.instrumentId : -1);
    } else {
      reports.status(named, request);
    }
  }

  /**
   * A cancel or replace that the edge refused: what concerns the order comes first, then the edge's
   * own reason.
   */
  void refuse(Request request, byte responseTo, DirectBuffer text) {
    if (!request.hasUsableClOrdId()) {
      reports.cancelRejected(0, request, responseTo, request.reason, text);
      return;
    }
    if (!findOrAnswer(request, responseTo)) {
      return;
    }
    useUp(request);
    Refusal refusal = done(found);
    if (refusal != null) {
      reports.cancelRejected(found, request, responseTo, refusal.code(), refusal.text());
    } else {
      reports.cancelRejected(found, request, responseTo, request.reason, text);
    }
  }

  /**
   * Finds the order that a request names; where it can't be the request's, or the request was
   * handled before, answers and returns false.
   */
  private boolean findOrAnswer(Request request, byte responseTo) {
    found = texts.orderId(texts.find(request.participantId, request.origClOrdId));
    long known = texts.orderId(texts.find(request.participantId, request.clOrdId));
    if (known != 0) {
      Refusal refusal = Refusal.DUPLICATE;
      if (request.possResend) {
        reports.status(known, request);
      } else {
        reports.cancelRejected(found, request, responseTo, refusal.code(), refusal.text());
      }
      return false;
    }
    if (found == 0 || (request.orderId != 0 && request.orderId != found)) {
      Refusal refusal = Refusal.UNKNOWN_ORDER;
      reports.cancelRejected(0, request, responseTo, refusal.code(), refusal.text());
      return false;
    }
    return true;
  }

  private int useUp(Request request) {
    return texts.add(request.participantId, request.clOrdId, found);
  }

  private boolean isOther(Request request) {
    return request.instrumentId != orders.instrumentId(found) || request.side != orders.side(found);
  }

  /**
   * Why no request can change the found order, or why this one can't: an order that is done comes
   * first, since one that was refused may have no instrument to compare with.
   */
  private @Nullable Refusal unchangeable(Request request) {
    Refusal refusal = done(found);
    return refusal == null && isOther(request) ? Refusal.OTHER_ORDER : refusal;
  }

  private @Nullable Refusal done(long orderId) {
    return switch (orders.status(orderId)) {
      case OrdStatus.FILLED -> Refusal.ALREADY_FILLED;
      case OrdStatus.CANCELED -> Refusal.ALREADY_CANCELED;
      case OrdStatus.REJECTED -> Refusal.ALREADY_REJECTED;
      default -> null;
    };
  }

  private long ownOrder(Request request) {
    return orders.has(request.orderId)
            && orders.participantId(request.orderId) == request.participantId
        ? request.orderId
        : 0;
  }

  /**
   * FIX 4.4 Vol. 4: a replace keeps priority where only the quantity falls; at or below CumQty it
   * ends the order.
   */
  private void change(long orderId, Request request, int name, ListedInstrument instrument) {
    OrderBook book = instrument.book();
    int previousName = orders.clOrdId(orderId);
    long cumQty = orders.cumQty(orderId);
    boolean keepsPlace =
        request.price == orders.price(orderId) && request.quantity <= orders.orderQty(orderId);
    boolean ends = request.quantity <= cumQty;
    if (ends || !keepsPlace) {
      matching.withdraw(orderId, book);
    }
    orders.clOrdId(orderId, name);
    orders.sessionId(orderId, request.sessionId);
    orders.price(orderId, request.price);
    orders.timeInForce(orderId, request.timeInForce);
    orders.orderQty(orderId, ends ? cumQty : request.quantity);
    if (ends) {
      orders.status(orderId, OrdStatus.FILLED);
    }
    if (request.account.capacity() > 0) {
      orders.account(orderId, texts.intern(OrderEntry.ACCOUNTS, request.account));
    }
    reports.changed(orderId, ExecType.REPLACED, request, previousName);
    if (ends) {
      return;
    }
    if (keepsPlace) {
      book.reduce(matching.isBuy(orderId), orders.slot(orderId), request.quantity - cumQty);
    } else {
      matching.run(orderId, instrument);
    }
  }
}
