package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bourse.exchange.command.MassCancel;
import org.bourse.exchange.command.MassStatus;
import org.bourse.exchange.command.QueryOrder;
import org.bourse.exchange.engine.ReferenceReports.Reason;
import org.bourse.exchange.engine.ReferenceReports.Reply;

/** Questions about orders, and mass cancels. */
final class ReferenceQueries {
  private final ReferenceMarket market;

  ReferenceQueries(ReferenceMarket market) {
    this.market = market;
  }

  void one(int participantId, QueryOrder request) {
    Reply to = new Reply(request.sessionId(), request.msgSeqNum());
    ReferenceOrder order =
        request.clOrdId().isEmpty()
            ? market.orders.numbered(participantId, request.orderId())
            : market.orders.named(participantId, request.clOrdId());
    if (order != null && (request.orderId() == 0 || request.orderId() == order.orderId)) {
      market.reports.status(to, order, Reason.NONE, request.ordStatusReqId());
    } else {
      ReferenceOrder unknown =
          ReferenceOrder.unknown(request, market.listedOrNone(request.instrumentId()));
      market.reports.status(to, unknown, new Reason(5, "Unknown order"), request.ordStatusReqId());
    }
  }

  void many(int participantId, MassStatus request) {
    Reply to = new Reply(request.sessionId(), request.msgSeqNum());
    int instrumentId = market.listedOrNone(request.instrumentId());
    List<ReferenceOrder> asked = new ArrayList<>();
    if (request.requestType() == '7' || (request.requestType() == '1' && instrumentId >= 0)) {
      int only = request.requestType() == '1' ? instrumentId : -1;
      asked = open(only, isOwn(participantId, request.side()));
    }
    if (asked.isEmpty()) {
      ReferenceOrder none =
          ReferenceOrder.unknown(
              request.sessionId(), instrumentId, request.side(), request.symbol(), "");
      ReferenceReport report = massStatus(to, none, request, 0, true);
      report.reason = new Reason(5, "No such orders");
      market.reports.add(report);
    }
    for (int i = 0; i < asked.size(); i++) {
      boolean isLast = i == asked.size() - 1;
      market.reports.add(massStatus(to, asked.get(i), request, asked.size(), isLast));
    }
  }

  private static ReferenceReport massStatus(
      Reply to, ReferenceOrder order, MassStatus request, int reports, boolean isLast) {
    ReferenceReport report = new ReferenceReport(to, 'I', order);
    report.ordStatusReqId = request.requestId();
    report.reports = reports;
    report.last = isLast;
    return report;
  }

  void massCancel(int participantId, MassCancel request) {
    int instrumentId = market.listedOrNone(request.instrumentId());
    Reason fault = null;
    if (request.requestType() == '1') {
      fault = instrumentId < 0 ? new Reason(1, "Unknown symbol") : null;
    } else if (request.requestType() == '6') {
      boolean isKnown = request.symbol().equals("DAY");
      fault = isKnown ? null : new Reason(6, "Unknown TradingSessionID: the only one is DAY");
    } else if (request.requestType() != '7') {
      fault = new Reason(0, "MassCancelRequestType not supported");
    }
    if (fault != null) {
      market.reports.massCanceled(request, instrumentId, '0', 0, fault);
      return;
    }
    int only = request.requestType() == '1' ? instrumentId : -1;
    int affected = cancel(only, isOwn(participantId, request.side()), "");
    market.reports.massCanceled(
        request, instrumentId, request.requestType(), affected, Reason.NONE);
  }

  /** Cancels the open orders that fit, of an instrument or at -1 of all, and counts them. */
  int cancel(int instrumentId, Predicate<ReferenceOrder> fits, String text) {
    List<ReferenceOrder> orders = open(instrumentId, fits);
    orders.forEach(order -> market.end(order, ReferenceOrder.CANCELED, -1, text));
    return orders.size();
  }

  private List<ReferenceOrder> open(int instrumentId, Predicate<ReferenceOrder> fits) {
    List<ReferenceOrder> orders = new ArrayList<>();
    for (ReferenceListing listing : market.listings) {
      if (instrumentId < 0 || instrumentId == listing.id) {
        market.open(listing).stream().filter(fits).forEach(orders::add);
      }
    }
    return orders;
  }

  private static Predicate<ReferenceOrder> isOwn(int participantId, char side) {
    return order -> order.participantId == participantId && (side == '\0' || side == order.side);
  }
}
