package org.bourse.exchange.engine;

import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.OrdType;
import org.bourse.exchange.model.OrderFault;
import org.bourse.exchange.model.Side;
import org.bourse.exchange.model.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * What the venue does with one order of itself. Each answers why it can't be done, null: it was.
 */
final class OrderControls {
  private final Instruments instruments;
  private final Orders orders;
  private final Trades trades;
  private final Reports reports;
  private final Placement placement;
  private final Matching matching;
  private final Routing routing;
  private final Stops stops;
  private final Sessions sessions;
  private final MarketChanges market;

  OrderControls(Parts parts) {
    instruments = parts.instruments;
    orders = parts.orders;
    trades = parts.trades;
    reports = parts.reports;
    placement = parts.placement;
    matching = parts.matching;
    routing = parts.routing;
    stops = parts.stops;
    sessions = parts.sessions;
    market = parts.market;
  }

  /** The venue's own counterparty, or another market, trades with the order. */
  @Nullable String fill(ControlDecoder control) {
    long orderId = control.orderId();
    boolean elsewhere = control.code() == 1;
    String refusal = elsewhere ? neverOpen(orderId) : notOpen(orderId);
    if (refusal != null) {
      return refusal;
    }
    ListedInstrument instrument = instrumentOf(orderId);
    long price = ControlValues.price(control, instrument.rules());
    long quantity = ControlValues.quantity(control, instrument.rules());
    OrderFault fault = fault(price, quantity, instrument.rules());
    if (fault != null) {
      return fault.text();
    }
    if (quantity > orders.orderQty(orderId) - orders.cumQty(orderId)) {
      return "The order has less open than that";
    }
    if (!orders.isOpen(orderId)) {
      fillLate(orderId, instrument, price, quantity);
      return null;
    }
    boolean rested = placement.rests(orderId);
    orders.fill(orderId, price, quantity);
    matching.settle(orderId, instrument, quantity);
    if (!elsewhere) {
      instrument.traded(price);
    }
    long exec = reports.eventSeq() + 1;
    long matchId = trades.add(orderId, 0, price, quantity, exec, reports.time());
    if (elsewhere) {
      trades.elsewhere(matchId);
    } else {
      market.traded(instrument, matchId, (byte) 0);
    }
    reports.tradedWithVenue(orderId, matchId, price, quantity, elsewhere);
    if (orders.leavesQty(orderId) == 0) {
      placement.withdraw(orderId, instrument);
      placement.takeOn(orderId);
    } else if (rested) {
      placement.reduced(orderId, instrument);
    }
    stops.trigger(instrument);
    return null;
  }

  /** A done order gets a trade of elsewhere, as after a bust; it stays what it is. */
  private void fillLate(long orderId, ListedInstrument instrument, long price, long quantity) {
    byte state = orders.state(orderId);
    orders.mark(orderId, Marks.ENDED);
    orders.fill(orderId, price, quantity);
    if (orders.cumQty(orderId) != orders.orderQty(orderId)) {
      orders.state(orderId, state);
    }
    instrument
        .positions()
        .corrected(orders.participantId(orderId), placement.isBuy(orderId), quantity);
    long exec = reports.eventSeq() + 1;
    long matchId = trades.add(orderId, 0, price, quantity, exec, reports.time());
    trades.elsewhere(matchId);
    reports.tradedWithVenue(orderId, matchId, price, quantity, true);
  }

  private @Nullable String neverOpen(long orderId) {
    if (orders.has(orderId) && orders.state(orderId) == OrdStatus.REJECTED) {
      return "The order was rejected";
    }
    return orders.has(orderId) && !orders.isOpen(orderId) ? null : notOpen(orderId);
  }

  private static @Nullable OrderFault fault(long price, long quantity, Instrument rules) {
    OrderFault fault = rules.quantityFault(quantity);
    return fault == null ? rules.priceFault(price) : fault;
  }

  @Nullable String cancel(ControlDecoder control) {
    long orderId = control.orderId();
    String refusal = notOpen(orderId);
    if (refusal != null) {
      return refusal;
    }
    placement.end(orderId, instrumentOf(orderId), OrdStatus.CANCELED);
    reports.unsolicited(
        orderId, ExecType.CANCELED, control.code(), Restatement.words(control.text()));
    return null;
  }

  /** Guarantees the order: OrdStatus Stopped. */
  @Nullable String stop(ControlDecoder control) {
    long orderId = control.orderId();
    String refusal = notOpen(orderId);
    if (refusal != null) {
      return refusal;
    }
    Instrument rules = instrumentOf(orderId).rules();
    long price = ControlValues.price(control, rules);
    long quantity = ControlValues.quantity(control, rules);
    if ((price != 0 && rules.priceFault(price) != null)
        || quantity < 0
        || quantity > orders.leavesQty(orderId)) {
      return "That can't be guaranteed";
    }
    orders.mark(orderId, Marks.STOPPED);
    reports.stopped(orderId, price, quantity, Restatement.words(control.text()));
    return null;
  }

  /** Rejects an order that has not traded after all. */
  @Nullable String reject(ControlDecoder control) {
    long orderId = control.orderId();
    String refusal = notOpen(orderId);
    if (refusal != null) {
      return refusal;
    }
    if (orders.cumQty(orderId) != 0) {
      return "The order has traded";
    }
    placement.end(orderId, instrumentOf(orderId), OrdStatus.REJECTED);
    reports.rejectedLate(orderId, (short) control.code(), Restatement.words(control.text()));
    return null;
  }

  /** Enters an order that the session has not sent, a day order with a limit. */
  @Nullable String enter(ControlDecoder control) {
    if (control.sessionId() < 0 || control.instrumentId() < 0) {
      return "Unknown session or symbol";
    }
    ListedInstrument instrument = instruments.get(control.instrumentId());
    long price = ControlValues.price(control, instrument.rules());
    long quantity = ControlValues.quantity(control, instrument.rules());
    OrderFault fault = fault(price, quantity, instrument.rules());
    if (fault != null) {
      return fault.text();
    }
    byte side = control.msgType();
    boolean isOpen = instrument.isContinuous() || instrument.phase().isCall();
    if (!isOpen || (side != Side.BUY.code() && side != Side.SELL.code())) {
      return isOpen ? "side must be 1 or 2" : "The market is closed";
    }
    int sessionId = control.sessionId();
    int participantId = sessions.get(sessionId).participantId;
    long orderId =
        orders.add(instrument.id(), participantId, sessionId, side, OrdType.LIMIT.code());
    orders.timeInForce(orderId, TimeInForce.DAY.code());
    orders.state(orderId, OrdStatus.NEW);
    orders.price(orderId, price);
    orders.orderQty(orderId, quantity);
    orders.changedAt(orderId, reports.time());
    placement.opened(orderId, instrument);
    reports.unsolicited(orderId, ExecType.NEW, Restatement.NONE, Restatement.words(control.text()));
    routing.send(orderId, instrument);
    stops.trigger(instrument);
    return null;
  }

  /** Takes the order out of trading until it is restated. */
  @Nullable String suspend(ControlDecoder control) {
    String refusal = mark(control, Marks.SUSPENDED, ExecType.SUSPENDED);
    if (refusal == null) {
      placement.takeOff(control.orderId());
    }
    return refusal;
  }

  private @Nullable String mark(ControlDecoder control, int mark, byte execType) {
    long orderId = control.orderId();
    String refusal = notOpen(orderId);
    if (refusal == null) {
      orders.mark(orderId, mark);
      reports.unsolicited(orderId, execType, Restatement.NONE, Restatement.words(control.text()));
    }
    return refusal;
  }

  @Nullable String calculated(ControlDecoder control) {
    long orderId = control.orderId();
    if (!orders.has(orderId)) {
      return "Unknown order";
    }
    if (orders.isOpen(orderId) || orders.state(orderId) == OrdStatus.REJECTED) {
      return "Only an order that is done and was taken can be calculated";
    }
    orders.mark(orderId, Marks.CALCULATED);
    reports.unsolicited(
        orderId, ExecType.CALCULATED, Restatement.NONE, Restatement.words(control.text()));
    return null;
  }

  /** Ends an order for the day; one that outlives the day comes back with the next. */
  @Nullable String doneForDay(long orderId) {
    String refusal = notOpen(orderId);
    if (refusal == null) {
      endForDay(orderId, instrumentOf(orderId));
    }
    return refusal;
  }

  /** Ends all orders of an instrument for the day. */
  void allDoneForDay(ListedInstrument instrument) {
    IdList open = new IdList();
    placement.<RuntimeException>forEachOpen(
        instrument,
        orderId -> {
          if (notOpen(orderId) == null && !orders.isMarked(orderId, Marks.DONE_FOR_DAY)) {
            open.add(orderId);
          }
        });
    for (int i = 0; i < open.size(); i++) {
      endForDay(open.get(i), instrument);
    }
  }

  private void endForDay(long orderId, ListedInstrument instrument) {
    if (OrderKind.isGoodTill(orders.timeInForce(orderId))) {
      placement.takeOff(orderId);
      orders.mark(orderId, Marks.DONE_FOR_DAY);
    } else {
      placement.end(orderId, instrument, OrdStatus.DONE_FOR_DAY);
    }
    reports.unsolicited(orderId, ExecType.DONE_FOR_DAY, Restatement.NONE, Reports.NOTHING);
  }

  private @Nullable String notOpen(long orderId) {
    return notOpen(orders, orderId);
  }

  /** Why an order can't be traded or changed now, null: it can. */
  static @Nullable String notOpen(Orders orders, long orderId) {
    if (!orders.has(orderId)) {
      return "Unknown order";
    }
    if (orders.state(orderId) == OrdStatus.PENDING_NEW) {
      return "The order waits to be taken";
    }
    return orders.isOpen(orderId) ? null : "The order is done";
  }

  private ListedInstrument instrumentOf(long orderId) {
    return instruments.get(orders.instrumentId(orderId));
  }
}
