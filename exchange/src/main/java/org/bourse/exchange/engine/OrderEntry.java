package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;
import org.bourse.exchange.model.ExecInst;
import org.bourse.exchange.model.Profile;
import org.jspecify.annotations.Nullable;

/** New orders: taken, refused, held, or recognized as asked for before. */
final class OrderEntry {
  /** Scopes of texts that belong to no participant. */
  static final int ACCOUNTS = -1;

  private static final int SYMBOLS = -2;
  private static final byte NEW_ORDER = 'D';

  private final Instruments instruments;
  private final Orders orders;
  private final Terms terms;
  private final Texts texts;
  private final Names names;
  private final Reports reports;
  private final Risk risk;
  private final Holds holds;
  private final Venue venue;
  private final Placement placement;
  private final Routing routing;
  private final Stops stops;
  private final Expiry expiry;
  private final BestOnly bestOnly;

  OrderEntry(Parts parts) {
    instruments = parts.instruments;
    orders = parts.orders;
    terms = parts.terms;
    texts = parts.texts;
    names = parts.names;
    reports = parts.reports;
    risk = parts.risk;
    holds = parts.holds;
    venue = parts.venue;
    placement = parts.placement;
    routing = parts.routing;
    stops = parts.stops;
    expiry = parts.expiry;
    bestOnly = parts.bestOnly;
  }

  /** NewOrderSingle(D). */
  void enter(Request request) {
    if (isKnown(request)) {
      return;
    }
    if (!holds.isIdle() && holds.hasRoom() && instruments.has(request.instrumentId)) {
      boolean isHeld = holds.isHeld(NEW_ORDER, request);
      long due = isHeld ? 0 : holds.dueOf(NEW_ORDER, request);
      if (isHeld || due != 0) {
        long orderId = add(request, OrdStatus.PENDING_NEW);
        placement.takeOff(orderId);
        expiry.watch(orderId);
        holds.keep(NEW_ORDER, request, orderId, due);
        return;
      }
    }
    Refusal refusal = refusal(request);
    decide(request, add(request, OrdStatus.REJECTED), refusal);
  }

  /** Takes or refuses a new order that has waited, unless it was canceled while it did. */
  void decideHeld(Request request, long orderId) {
    if (orders.state(orderId) != OrdStatus.PENDING_NEW) {
      return;
    }
    Refusal refusal = refusal(request);
    placement.takeOn(orderId);
    orders.state(orderId, OrdStatus.REJECTED);
    orders.orderQty(orderId, request.quantity);
    decide(request, orderId, refusal);
  }

  private void decide(Request request, long orderId, @Nullable Refusal refusal) {
    if (refusal == null) {
      accept(request, orderId, instruments.get(request.instrumentId));
    } else {
      reports.rejected(orderId, request, refusal.code(), refusal.text());
    }
  }

  private void accept(Request request, long orderId, ListedInstrument instrument) {
    orders.state(orderId, OrdStatus.NEW);
    orders.changedAt(orderId, reports.time());
    risk.taken(request, instrument);
    placement.opened(orderId, instrument);
    boolean bundles =
        venue.is(Profile.FIRST_FILL)
            && orders.terms(orderId) == 0
            && routing.isThroughBook(orderId, instrument);
    if (bundles) {
      routing.enter(orderId, instrument, request);
      stops.trigger(instrument);
      return;
    }
    reports.changed(orderId, ExecType.NEW, request, 0);
    if (request.hasTerms()) {
      expiry.watch(orderId);
      bestOnly.watch(orderId);
      repriceIfPostOnly(request, orderId, instrument);
    }
    if (stops.isReached(orderId, instrument)) {
      stops.triggerAtOnce(orderId, instrument);
    } else {
      routing.enter(orderId, instrument, null);
    }
    stops.trigger(instrument);
  }

  private void repriceIfPostOnly(Request request, long orderId, ListedInstrument instrument) {
    if ((request.execInst & ExecInst.POST_ONLY) != 0 && PostOnly.wouldTrade(request, instrument)) {
      orders.price(orderId, PostOnly.price(request, instrument));
      reports.unsolicited(
          orderId, ExecType.RESTATED, Restatement.REPRICING, Restatement.POST_ONLY_TEXT);
    }
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
    long known = names.find(request.participantId, request.clOrdId);
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
    if (!instrument.enabled()) {
      return Refusal.UNKNOWN_SYMBOL;
    }
    if (!holds.isIdle()) {
      RequestRule rule = holds.takeRefusal(NEW_ORDER, request);
      if (rule != null) {
        return Refusal.of(rule.code(), rule.text());
      }
    }
    if (request.cashQuantity != 0 && request.quantity == 0) {
      request.quantity = CashQuantity.quantity(request, instrument);
      if (request.quantity == 0) {
        return Refusal.NO_PRICE;
      }
    }
    Refusal refusal = Rules.newOrder(request, instrument.rules(), instrument.phase());
    if (refusal == null && expiry.isPast(request.expireDate, request.expireTime)) {
      refusal = Refusal.EXPIRED;
    }
    if (refusal == null) {
      refusal = risk.newOrder(request, instrument);
    }
    if (refusal == null) {
      refusal = PostOnly.refusal(request, instrument);
    }
    return refusal == null ? BestOnly.refusal(request, instrument) : refusal;
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
    orders.state(orderId, status);
    orders.price(orderId, request.price);
    orders.orderQty(orderId, request.quantity);
    orders.clOrdId(orderId, names.use(request.participantId, request.clOrdId, orderId));
    orders.account(orderId, texts.intern(ACCOUNTS, request.account));
    if (request.hasTerms()) {
      int place = terms.add();
      terms.set(place, request);
      orders.terms(orderId, place);
    }
    return orderId;
  }
}
