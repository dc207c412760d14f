package org.bourse.exchange.engine;

import java.util.List;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.QueryOrder;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.engine.ReferenceReports.Reason;
import org.bourse.exchange.engine.ReferenceReports.Reply;
import org.jspecify.annotations.Nullable;

/** New orders, those refused at the edge, and questions about orders. */
final class ReferenceEntry {
  private static final Reason DUPLICATE = new Reason(6, "Duplicate ClOrdID");
  private static final Reason UNKNOWN_ORDER = new Reason(5, "Unknown order");

  private final List<ReferenceListing> listings;
  private final ReferenceOrders orders;
  private final ReferenceMatching matching;
  private final ReferenceReports reports;

  ReferenceEntry(
      List<ReferenceListing> listings,
      ReferenceOrders orders,
      ReferenceMatching matching,
      ReferenceReports reports) {
    this.listings = listings;
    this.orders = orders;
    this.matching = matching;
    this.reports = reports;
  }

  void enter(int participantId, NewOrder request) {
    Reply to = new Reply(request.sessionId(), request.msgSeqNum());
    if (isKnown(participantId, to, request.clOrdId(), request.possResend())) {
      return;
    }
    int instrumentId = isListed(request.instrumentId()) ? request.instrumentId() : -1;
    ReferenceOrder order =
        ReferenceOrder.of(request, orders.nextOrderId(), participantId, instrumentId);
    orders.add(order);
    Reason fault = fault(request);
    if (fault != null) {
      reports.rejected(to, order, order.clOrdId, fault);
      return;
    }
    order.ordStatus = ReferenceOrder.NEW;
    order.leavesQty = order.orderQty;
    reports.state(to, '0', order, "");
    matching.execute(listings.get(instrumentId).book, order);
  }

  void refuse(int participantId, Refused request, boolean usableId) {
    Reply to = new Reply(request.sessionId(), request.msgSeqNum());
    if (!usableId) {
      reports.rejectedAtEdge(to, ReferenceOrder.of(request, 0, participantId), request);
    } else if (!isKnown(participantId, to, request.clOrdId(), request.possResend())) {
      ReferenceOrder order = ReferenceOrder.of(request, orders.nextOrderId(), participantId);
      orders.add(order);
      reports.rejectedAtEdge(to, order, request);
    }
  }

  void query(int participantId, QueryOrder request) {
    Reply to = new Reply(request.sessionId(), request.msgSeqNum());
    ReferenceOrder order =
        request.clOrdId().isEmpty()
            ? orders.numbered(participantId, request.orderId())
            : orders.named(participantId, request.clOrdId());
    if (order != null && (request.orderId() == 0 || request.orderId() == order.orderId)) {
      reports.status(to, order, Reason.NONE, request.ordStatusReqId());
    } else {
      int instrumentId = isListed(request.instrumentId()) ? request.instrumentId() : -1;
      ReferenceOrder unknown = ReferenceOrder.unknown(request, instrumentId);
      reports.status(to, unknown, UNKNOWN_ORDER, request.ordStatusReqId());
    }
  }

  private boolean isKnown(int participantId, Reply to, String clOrdId, boolean possResend) {
    ReferenceOrder order = orders.named(participantId, clOrdId);
    if (order == null) {
      return false;
    }
    if (possResend) {
      reports.status(to, order, Reason.NONE, "");
    } else {
      reports.rejected(to, order, clOrdId, DUPLICATE);
    }
    return true;
  }

  private @Nullable Reason fault(NewOrder request) {
    if (!isListed(request.instrumentId()) || !listings.get(request.instrumentId()).enabled) {
      return new Reason(1, "Unknown symbol");
    }
    if ("12".indexOf(request.side()) < 0) {
      return new Reason(11, "Side not supported");
    }
    if ("12".indexOf(request.ordType()) < 0) {
      return new Reason(11, "OrdType not supported");
    }
    if ("0134".indexOf(request.timeInForce()) < 0) {
      return new Reason(11, "TimeInForce not supported");
    }
    ReferenceListing listing = listings.get(request.instrumentId());
    String quantityFault = listing.quantityFault(request.quantity());
    if (quantityFault != null) {
      return new Reason(13, quantityFault);
    }
    if (request.ordType() == '1') {
      return request.price() == 0 ? null : new Reason(11, "Price on a market order");
    }
    String priceFault = listing.priceFault(request.price());
    return priceFault == null ? null : new Reason(99, priceFault);
  }

  private boolean isListed(int instrumentId) {
    return instrumentId >= 0 && instrumentId < listings.size();
  }
}
