package org.bourse.exchange.engine;

import java.util.List;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.engine.ReferenceReports.Reason;
import org.bourse.exchange.engine.ReferenceReports.Reply;
import org.jspecify.annotations.Nullable;

/** Cancels and replaces, and those refused at the edge. */
final class ReferenceChanges {
  private static final char TO_CANCEL = '1';
  private static final char TO_REPLACE = '2';

  private final List<ReferenceListing> listings;
  private final ReferenceOrders orders;
  private final ReferenceMatching matching;
  private final ReferenceReports reports;

  ReferenceChanges(
      List<ReferenceListing> listings,
      ReferenceOrders orders,
      ReferenceMatching matching,
      ReferenceReports reports) {
    this.listings = listings;
    this.orders = orders;
    this.matching = matching;
    this.reports = reports;
  }

  /** What a cancel and a replace have in common. */
  private record Change(
      int participantId,
      Reply to,
      char responseTo,
      String clOrdId,
      String origClOrdId,
      boolean possResend) {}

  void cancel(int participantId, CancelOrder request) {
    Change change =
        new Change(
            participantId,
            new Reply(request.sessionId(), request.msgSeqNum()),
            TO_CANCEL,
            request.clOrdId(),
            request.origClOrdId(),
            request.possResend());
    ReferenceOrder order = find(change, request.orderId());
    if (order == null) {
      return;
    }
    orders.name(order, request.clOrdId());
    Reason fault = done(order);
    if (fault == null) {
      fault = mismatch(order, request.instrumentId(), request.side());
    }
    if (fault != null) {
      reject(change, order, fault);
      return;
    }
    listings.get(order.instrumentId).book.remove(order);
    order.cancel();
    String before = order.clOrdId;
    order.clOrdId = request.clOrdId();
    reports.state(change.to(), '4', order, before);
  }

  void replace(int participantId, ReplaceOrder request) {
    Change change =
        new Change(
            participantId,
            new Reply(request.sessionId(), request.msgSeqNum()),
            TO_REPLACE,
            request.clOrdId(),
            request.origClOrdId(),
            request.possResend());
    ReferenceOrder order = find(change, request.orderId());
    if (order == null) {
      return;
    }
    orders.name(order, request.clOrdId());
    Reason fault = done(order);
    if (fault == null) {
      fault = mismatch(order, request.instrumentId(), request.side());
    }
    if (fault == null) {
      fault = unsuitable(order, request);
    }
    if (fault != null) {
      reject(change, order, fault);
    } else {
      replace(change.to(), order, request);
    }
  }

  private void replace(Reply to, ReferenceOrder order, ReplaceOrder request) {
    ReferenceBook book = listings.get(order.instrumentId).book;
    boolean stops = request.quantity() <= order.cumQty;
    boolean keepsPriority =
        !stops && request.price() == order.price && request.quantity() <= order.orderQty;
    if (!keepsPriority) {
      book.remove(order);
    }
    String before = order.clOrdId;
    order.clOrdId = request.clOrdId();
    order.sessionId = request.sessionId();
    order.price = request.price();
    order.timeInForce = request.timeInForce();
    order.account = request.account().isEmpty() ? order.account : request.account();
    order.orderQty = stops ? order.cumQty : request.quantity();
    order.leavesQty = order.orderQty - order.cumQty;
    order.ordStatus = stops ? ReferenceOrder.FILLED : order.ordStatus;
    reports.state(to, '5', order, before);
    if (!keepsPriority && !stops) {
      matching.execute(book, order);
    }
  }

  void refuse(int participantId, Refused request, boolean usableId) {
    Change change =
        new Change(
            participantId,
            new Reply(request.sessionId(), request.msgSeqNum()),
            request.refMsgType().equals("G") ? TO_REPLACE : TO_CANCEL,
            request.clOrdId(),
            request.origClOrdId(),
            request.possResend());
    Reason own = new Reason(request.reason(), request.text());
    if (!usableId) {
      reject(change, null, own);
      return;
    }
    ReferenceOrder order = find(change, 0);
    if (order != null) {
      orders.name(order, request.clOrdId());
      Reason done = done(order);
      reject(change, order, done == null ? own : done);
    }
  }

  /** The order to change, or null after the request was refused for its ids. */
  private @Nullable ReferenceOrder find(Change change, long orderId) {
    ReferenceOrder order = orders.named(change.participantId(), change.origClOrdId());
    ReferenceOrder known = orders.named(change.participantId(), change.clOrdId());
    if (known != null) {
      if (change.possResend()) {
        reports.status(change.to(), known, Reason.NONE, "");
      } else {
        reject(change, order, new Reason(6, "Duplicate ClOrdID"));
      }
      return null;
    }
    if (order == null || (orderId != 0 && orderId != order.orderId)) {
      reject(change, null, new Reason(1, "Unknown order"));
      return null;
    }
    return order;
  }

  private void reject(Change change, @Nullable ReferenceOrder order, Reason reason) {
    reports.cancelRejected(
        change.to(), change.responseTo(), change.clOrdId(), change.origClOrdId(), order, reason);
  }

  private static @Nullable Reason mismatch(ReferenceOrder order, int instrumentId, char side) {
    return order.instrumentId == instrumentId && order.side == side
        ? null
        : new Reason(2, "Symbol or Side differs from the order's");
  }

  private static @Nullable Reason done(ReferenceOrder order) {
    return switch (order.ordStatus) {
      case ReferenceOrder.FILLED -> new Reason(0, "Order is filled");
      case ReferenceOrder.CANCELED -> new Reason(0, "Order is canceled");
      case ReferenceOrder.REJECTED -> new Reason(0, "Order was rejected");
      default -> null;
    };
  }

  private @Nullable Reason unsuitable(ReferenceOrder order, ReplaceOrder request) {
    ReferenceListing listing = listings.get(order.instrumentId);
    if (!listing.enabled) {
      return new Reason(2, "Instrument is no longer traded");
    }
    if (request.ordType() != order.ordType) {
      return new Reason(2, "OrdType may not change");
    }
    if ("01".indexOf(request.timeInForce()) < 0) {
      return new Reason(2, "TimeInForce may not change so");
    }
    String fault = listing.quantityFault(request.quantity());
    if (fault == null) {
      fault = listing.priceFault(request.price());
    }
    return fault == null ? null : new Reason(2, fault);
  }
}
