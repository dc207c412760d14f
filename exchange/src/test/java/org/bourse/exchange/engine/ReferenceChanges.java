package org.bourse.exchange.engine;

import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.command.SessionRequest;
import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.bourse.exchange.engine.ReferenceReports.Reason;
import org.bourse.exchange.engine.ReferenceReports.Reply;
import org.bourse.exchange.engine.ReferenceRules.Asked;
import org.bourse.exchange.model.Profile;
import org.jspecify.annotations.Nullable;

/** Cancels and replaces, and those refused at the edge. */
final class ReferenceChanges {
  private static final char TO_CANCEL = '1';
  private static final char TO_REPLACE = '2';
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ReferenceMarket market;
  private final ReferenceReplacement replacement;

  ReferenceChanges(ReferenceMarket market) {
    this.market = market;
    this.replacement = new ReferenceReplacement(market);
  }

  /** What a cancel and a replace have in common. */
  private record Change(
      Reply to,
      char responseTo,
      int instrumentId,
      char side,
      long orderId,
      String clOrdId,
      String origClOrdId,
      long origOrdModTime,
      boolean possResend) {
    static Change of(SessionRequest request) {
      Reply to = new Reply(request.sessionId(), request.msgSeqNum());
      if (request instanceof CancelOrder cancel) {
        return new Change(
            to,
            TO_CANCEL,
            cancel.instrumentId(),
            cancel.side(),
            cancel.orderId(),
            cancel.clOrdId(),
            cancel.origClOrdId(),
            cancel.origOrdModTime(),
            cancel.possResend());
      }
      ReplaceOrder replace = (ReplaceOrder) request;
      return new Change(
          to,
          TO_REPLACE,
          replace.instrumentId(),
          replace.side(),
          replace.orderId(),
          replace.clOrdId(),
          replace.origClOrdId(),
          replace.origOrdModTime(),
          replace.possResend());
    }

    static Change of(Refused request) {
      return new Change(
          new Reply(request.sessionId(), request.msgSeqNum()),
          request.refMsgType().equals("F") ? TO_CANCEL : TO_REPLACE,
          -1,
          request.side(),
          0,
          request.clOrdId(),
          request.origClOrdId(),
          0,
          request.possResend());
    }

    char msgType() {
      return responseTo == TO_CANCEL ? 'F' : 'G';
    }
  }

  /** A CancelOrder or a ReplaceOrder. */
  void request(int participantId, SessionRequest request) {
    Change change = Change.of(request);
    ReferenceOrder order = find(participantId, change);
    if (order != null) {
      market.orders.name(order, change.clOrdId);
      if (!market.holds.keepChange(order, request)) {
        decide(order, request, false);
      }
    }
  }

  /** Carries a request out or refuses it; isShown: it was said to be pending. */
  void decide(ReferenceOrder order, SessionRequest request, boolean isShown) {
    Change change = Change.of(request);
    Reason fault = fault(order, change, request, isShown);
    if (fault != null) {
      reject(change, order, fault);
      return;
    }
    if (!isShown && market.follows(Profile.PENDING_ACKS)) {
      pending(order, request);
      order.isCancelPending = false;
      order.isReplacePending = false;
    }
    if (request instanceof ReplaceOrder replace) {
      replacement.carryOut(order, replace, change.to);
    } else {
      if (order.place == Place.STOPS) {
        market.reached.add("a stop canceled before it was triggered");
      }
      market.end(order, ReferenceOrder.CANCELED);
      String before = order.clOrdId;
      order.clOrdId = change.clOrdId;
      market.reports.state(change.to, '4', order, before);
    }
  }

  /** Says that a request for an order is pending. */
  void pending(ReferenceOrder order, SessionRequest request) {
    Change change = Change.of(request);
    boolean cancels = change.responseTo == TO_CANCEL;
    order.isCancelPending |= cancels;
    order.isReplacePending |= !cancels;
    ReferenceReport report = new ReferenceReport(change.to, cancels ? '6' : 'E', order);
    report.clOrdId = change.clOrdId;
    report.origClOrdId = order.clOrdId;
    market.reports.add(report);
  }

  private @Nullable Reason fault(
      ReferenceOrder order, Change change, SessionRequest request, boolean isShown) {
    Reason fault = doneFault(order, change.msgType());
    if (fault != null) {
      return fault;
    }
    if (order.instrumentId != change.instrumentId || order.side != change.side) {
      return new Reason(2, "Symbol or Side differs from the order's");
    }
    if (!isShown && order.isPending()) {
      return new Reason(3, "A request for the order is pending");
    }
    fault = market.holds.takeRefusal(change.msgType(), change.to.sessionId(), change.instrumentId);
    if (fault != null) {
      return fault;
    }
    if (change.origOrdModTime != 0
        && Math.floorDiv(change.origOrdModTime, NANOS_PER_MILLI)
            != Math.floorDiv(order.changedAt, NANOS_PER_MILLI)) {
      return new Reason(5, "OrigOrdModTime is not that of the order's last change");
    }
    return request instanceof ReplaceOrder replace ? replacement.fault(order, replace) : null;
  }

  /** Why an order can't be changed any more, null: it can. */
  @Nullable Reason doneFault(ReferenceOrder order, char msgType) {
    boolean reopens = msgType == 'G' && market.follows(Profile.REOPEN_BY_REPLACE);
    String text =
        switch (order.state) {
          case ReferenceOrder.FILLED -> reopens && !order.hasEnded ? "" : "Order is filled";
          case ReferenceOrder.CANCELED -> "Order is canceled";
          case ReferenceOrder.REJECTED -> "Order was rejected";
          case ReferenceOrder.EXPIRED -> "Order is expired";
          case ReferenceOrder.DONE_FOR_DAY -> "Order is done for the day";
          default -> "";
        };
    return text.isEmpty() ? null : new Reason(0, text);
  }

  /** Why a new order or a replace is out of time, null: it is not. */
  @Nullable Reason expiryFault(Asked asked) {
    return market.time.isPast(asked.conditions().expireDate(), asked.conditions().expireTime())
        ? new Reason(99, "ExpireDate or ExpireTime is past")
        : null;
  }

  void refuse(int participantId, Refused request, boolean usableId) {
    Change change = Change.of(request);
    Reason own = new Reason(request.reason(), request.text());
    if (!usableId) {
      reject(change, null, own);
      return;
    }
    ReferenceOrder order = find(participantId, change);
    if (order != null) {
      market.orders.name(order, change.clOrdId);
      Reason done = doneFault(order, change.msgType());
      reject(change, order, done == null ? own : done);
    }
  }

  /** The order to change, or null after the request was refused for its ids. */
  private @Nullable ReferenceOrder find(int participantId, Change change) {
    ReferenceOrder order = market.orders.named(participantId, change.origClOrdId);
    ReferenceOrder known = market.orders.inUse(participantId, change.clOrdId);
    if (known != null) {
      if (change.possResend) {
        market.reports.status(change.to, known, Reason.NONE, "");
      } else {
        reject(change, order, new Reason(6, "Duplicate ClOrdID"));
      }
      return null;
    }
    if (order == null || (change.orderId != 0 && change.orderId != order.orderId)) {
      reject(change, null, new Reason(1, "Unknown order"));
      return null;
    }
    return order;
  }

  private void reject(Change change, @Nullable ReferenceOrder order, Reason reason) {
    market.reports.cancelRejected(
        change.to, change.responseTo, change.clOrdId, change.origClOrdId, order, reason);
  }
}
