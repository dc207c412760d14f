package org.bourse.exchange.engine;

import java.util.function.LongPredicate;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Cancels many orders at once: for a participant who asks, or for the venue. */
final class MassCancels {
  private static final byte BY_SECURITY = '1'; // MassCancelRequestType(530)
  private static final byte BY_SESSION = '6';
  private static final byte ALL = '7';
  private static final byte REJECTED = '0'; // MassCancelResponse(531)
  private static final short UNKNOWN_SECURITY = 1; // MassCancelRejectReason(532)
  private static final short UNKNOWN_SESSION = 6;
  private static final short NOT_SUPPORTED = 0;
  private static final UnsafeBuffer SECURITY = Restatement.words("Unknown symbol");
  private static final UnsafeBuffer SESSION =
      Restatement.words("Unknown TradingSessionID: the only one is DAY");
  private static final UnsafeBuffer TYPE = Restatement.words("MassCancelRequestType not supported");
  private static final UnsafeBuffer DAY = Restatement.words("DAY");

  private final Instruments instruments;
  private final Orders orders;
  private final Reports reports;
  private final Placement placement;
  private final IdList concerned = new IdList();

  MassCancels(Parts parts) {
    instruments = parts.instruments;
    orders = parts.orders;
    reports = parts.reports;
    placement = parts.placement;
  }

  /** OrderMassCancelRequest(q). */
  void request(Request request) {
    if (!instruments.has(request.instrumentId)) {
      request.instrumentId = -1;
    }
    boolean bySecurity = request.requestType == BY_SECURITY;
    boolean bySession = request.requestType == BY_SESSION;
    if (bySecurity && request.instrumentId < 0) {
      reports.massCanceled(request, REJECTED, 0, UNKNOWN_SECURITY, SECURITY);
    } else if (bySession && !request.symbol.equals(DAY)) {
      reports.massCanceled(request, REJECTED, 0, UNKNOWN_SESSION, SESSION);
    } else if (!bySecurity && !bySession && request.requestType != ALL) {
      reports.massCanceled(request, REJECTED, 0, NOT_SUPPORTED, TYPE);
    } else {
      LongPredicate own =
          orderId ->
              orders.participantId(orderId) == request.participantId
                  && (request.side == 0 || request.side == orders.side(orderId));
      int only = bySecurity ? request.instrumentId : -1;
      int affected = cancel(only, own, Restatement.NONE, Reports.NOTHING);
      reports.massCanceled(request, request.requestType, affected, -1, Reports.NOTHING);
    }
  }

  /**
   * Cancels the open orders that fit, in one instrument or, at -1, in all.
   *
   * @return how many
   */
  int cancel(int instrumentId, LongPredicate fits, int reason, DirectBuffer text) {
    int count = 0;
    for (int id = 0; id < instruments.count(); id++) {
      if (instrumentId < 0 || instrumentId == id) {
        count += cancel(instruments.get(id), fits, reason, text);
      }
    }
    return count;
  }

  private int cancel(
      ListedInstrument instrument, LongPredicate fits, int reason, DirectBuffer text) {
    concerned.clear();
    placement.<RuntimeException>forEachOpen(
        instrument,
        orderId -> {
          if (fits.test(orderId)) {
            concerned.add(orderId);
          }
        });
    for (int i = 0; i < concerned.size(); i++) {
      placement.end(concerned.get(i), instrument, OrdStatus.CANCELED);
      reports.unsolicited(concerned.get(i), ExecType.CANCELED, reason, text);
    }
    return concerned.size();
  }
}
