package org.bourse.exchange.engine;

/** Requests to know how orders stand. */
final class OrderQueries {
  private static final byte BY_SECURITY = '1'; // MassStatusReqType(585)
  private static final byte ALL = '7';

  private final Instruments instruments;
  private final Orders orders;
  private final Names names;
  private final Reports reports;
  private final Placement placement;
  private final IdList asked = new IdList();

  OrderQueries(Parts parts) {
    instruments = parts.instruments;
    orders = parts.orders;
    names = parts.names;
    reports = parts.reports;
    placement = parts.placement;
  }

  /** OrderStatusRequest(H). */
  void one(Request request) {
    long named =
        request.clOrdId.capacity() > 0
            ? names.findEver(request.participantId, request.clOrdId)
            : ownOrder(request);
    if (named == 0 || (request.orderId != 0 && request.orderId != named)) {
      reports.unknownStatus(
          request, instruments.has(request.instrumentId) ? request.instrumentId : -1);
    } else {
      reports.status(named, request);
    }
  }

  private long ownOrder(Request request) {
    return orders.has(request.orderId)
            && orders.participantId(request.orderId) == request.participantId
        ? request.orderId
        : 0;
  }

  /** OrderMassStatusRequest(AF). */
  void many(Request request) {
    asked.clear();
    boolean known = instruments.has(request.instrumentId);
    if (request.requestType == BY_SECURITY && known) {
      collect(request, instruments.get(request.instrumentId));
    } else if (request.requestType == ALL) {
      for (int id = 0; id < instruments.count(); id++) {
        collect(request, instruments.get(id));
      }
    }
    if (asked.size() == 0) {
      reports.noMassStatus(request, known ? request.instrumentId : -1);
    }
    for (int i = 0; i < asked.size(); i++) {
      reports.massStatus(asked.get(i), request, asked.size(), i == asked.size() - 1);
    }
  }

  private void collect(Request request, ListedInstrument instrument) {
    placement.<RuntimeException>forEachOpen(
        instrument,
        orderId -> {
          if (isAsked(orderId, request)) {
            asked.add(orderId);
          }
        });
  }

  private boolean isAsked(long orderId, Request request) {
    return orders.participantId(orderId) == request.participantId
        && (request.side == 0 || request.side == orders.side(orderId));
  }
}
