package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;
import org.bourse.exchange.model.ExecInst;
import org.bourse.exchange.model.Profile;
import org.jspecify.annotations.Nullable;

/** Cancels and replaces. */
final class OrderChange {
  static final byte CANCEL = '1'; // CxlRejResponseTo(434)
  static final byte REPLACE = '2';

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Instruments instruments;
  private final Orders orders;
  private final Terms terms;
  private final Names names;
  private final Reports reports;
  private final Risk risk;
  private final Holds holds;
  private final Venue venue;
  private final Placement placement;
  private final Replacement replacement;
  private final Expiry expiry;
  private long found;

  OrderChange(Parts parts, Replacement replacement) {
    instruments = parts.instruments;
    orders = parts.orders;
    terms = parts.terms;
    names = parts.names;
    reports = parts.reports;
    risk = parts.risk;
    holds = parts.holds;
    venue = parts.venue;
    placement = parts.placement;
    expiry = parts.expiry;
    this.replacement = replacement;
  }

  /** OrderCancelRequest(F) or OrderCancelReplaceRequest(G), by what its refusal answers. */
  void request(Request request, byte responseTo) {
    if (!findOrAnswer(request, responseTo)) {
      return;
    }
    int name = names.use(request.participantId, request.clOrdId, found);
    if (!holds.isIdle() && isKept(request, responseTo)) {
      return;
    }
    decide(request, responseTo, name, false);
  }

  private boolean isKept(Request request, byte responseTo) {
    byte msgType = msgType(responseTo);
    if (venue.is(Profile.NO_CHAINING) && orders.isMarked(found, Marks.PENDING)) {
      return false;
    }
    boolean isHeld = holds.isHeld(msgType, request);
    boolean isBehind = orders.state(found) == OrdStatus.PENDING_NEW;
    long due = isHeld || isBehind ? 0 : holds.dueOf(msgType, request);
    if (!holds.hasRoom() || (!isHeld && !isBehind && due == 0)) {
      return false;
    }
    Held held = holds.keep(msgType, request, found, due);
    boolean isTurn = venue.is(Profile.ACKS_ON_ARRIVAL) || !orders.isMarked(found, Marks.PENDING);
    if (due == 0 && isTurn) {
      show(held, request, responseTo);
    }
    return true;
  }

  /** Tells that a request waits, where its order can be pending. */
  void show(Held held, Request request, byte responseTo) {
    boolean cancels = responseTo == CANCEL;
    if (done(held.orderId, responseTo) != null) {
      return;
    }
    held.isShown = true;
    orders.mark(held.orderId, cancels ? Marks.PENDING_CANCEL : Marks.PENDING_REPLACE);
    reports.pending(
        held.orderId, cancels ? ExecType.PENDING_CANCEL : ExecType.PENDING_REPLACE, request);
  }

  /** Decides a request that has waited. */
  void decideHeld(Held held, Request request, byte responseTo) {
    found = held.orderId;
    if (held.isShown) {
      orders.unmark(found, Marks.PENDING);
      orders.mark(found, holds.shownOf(found));
    }
    int name = names.refOf(request.participantId, request.clOrdId);
    decide(request, responseTo, name, held.isShown);
  }

  private void decide(Request request, byte responseTo, int name, boolean isShown) {
    Refusal refusal = refusal(request, responseTo, isShown);
    if (refusal != null) {
      reports.cancelRejected(found, request, responseTo, refusal.code(), refusal.text());
      return;
    }
    if (!isShown && venue.is(Profile.PENDING_ACKS)) {
      int mark = responseTo == CANCEL ? Marks.PENDING_CANCEL : Marks.PENDING_REPLACE;
      byte execType = responseTo == CANCEL ? ExecType.PENDING_CANCEL : ExecType.PENDING_REPLACE;
      orders.mark(found, mark);
      reports.pending(found, execType, request);
      orders.unmark(found, mark);
    }
    ListedInstrument instrument = instruments.get(request.instrumentId);
    if (responseTo == CANCEL) {
      int previousName = orders.clOrdId(found);
      placement.end(found, instrument, OrdStatus.CANCELED);
      orders.clOrdId(found, name);
      reports.changed(found, ExecType.CANCELED, request, previousName);
    } else {
      replacement.carryOut(found, request, name, instrument);
    }
  }

  private @Nullable Refusal refusal(Request request, byte responseTo, boolean isShown) {
    Refusal refusal = unchangeable(request, responseTo, isShown);
    if (refusal == null && !holds.isIdle()) {
      RequestRule rule = holds.takeRefusal(msgType(responseTo), request);
      refusal = rule == null ? null : Refusal.of(rule.code(), rule.text());
    }
    if (refusal == null && isOtherState(request)) {
      refusal = Refusal.OTHER_STATE;
    }
    if (refusal != null || responseTo == CANCEL) {
      return refusal;
    }
    ListedInstrument instrument = instruments.get(request.instrumentId);
    refusal = Rules.replace(request, found, orders, terms, instrument);
    if (refusal == null && expiry.isPast(request.expireDate, request.expireTime)) {
      refusal = Refusal.EXPIRED;
    }
    if (refusal == null && request.quantity > orders.cumQty(found)) {
      long more = request.quantity - orders.cumQty(found) - orders.leavesQty(found);
      refusal = risk.change(request, instrument, more);
      if (refusal == null) {
        refusal = postOnly(request, instrument);
      }
    }
    return refusal == null ? null : new Refusal(Refusal.CHANGE, refusal.text());
  }

  private static @Nullable Refusal postOnly(Request request, ListedInstrument instrument) {
    boolean isPostOnly = (request.execInst & ExecInst.POST_ONLY) != 0;
    return isPostOnly && PostOnly.wouldTrade(request, instrument) ? Refusal.WOULD_TRADE : null;
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
    names.use(request.participantId, request.clOrdId, found);
    Refusal refusal = done(found, responseTo);
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
    found = names.findEver(request.participantId, request.origClOrdId);
    long known = names.find(request.participantId, request.clOrdId);
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

  /**
   * Why no request can change the found order, or why this one can't: an order that is done comes
   * first, since one that was refused may have no instrument to compare with.
   */
  private @Nullable Refusal unchangeable(Request request, byte responseTo, boolean isShown) {
    Refusal refusal = done(found, responseTo);
    if (refusal != null) {
      return refusal;
    }
    if (request.instrumentId != orders.instrumentId(found) || request.side != orders.side(found)) {
      return Refusal.OTHER_ORDER;
    }
    return !isShown && orders.isMarked(found, Marks.PENDING) ? Refusal.PENDING : null;
  }

  private boolean isOtherState(Request request) {
    return request.origOrdModTime != 0
        && Math.floorDiv(request.origOrdModTime, NANOS_PER_MILLI)
            != Math.floorDiv(orders.changedAt(found), NANOS_PER_MILLI);
  }

  private @Nullable Refusal done(long orderId, byte responseTo) {
    return switch (orders.state(orderId)) {
      case OrdStatus.FILLED ->
          responseTo == REPLACE
                  && venue.is(Profile.REOPEN_BY_REPLACE)
                  && !orders.isMarked(orderId, Marks.ENDED)
              ? null
              : Refusal.ALREADY_FILLED;
      case OrdStatus.CANCELED -> Refusal.ALREADY_CANCELED;
      case OrdStatus.REJECTED -> Refusal.ALREADY_REJECTED;
      case OrdStatus.EXPIRED -> Refusal.ALREADY_EXPIRED;
      case OrdStatus.DONE_FOR_DAY -> Refusal.ALREADY_DONE;
      default -> null;
    };
  }

  private static byte msgType(byte responseTo) {
    return (byte) (responseTo == CANCEL ? 'F' : 'G');
  }
}
