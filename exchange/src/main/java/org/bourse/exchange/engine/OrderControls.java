package org.bourse.exchange.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.OrderFault;
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

  OrderControls(Parts parts) {
    instruments = parts.instruments;
    orders = parts.orders;
    trades = parts.trades;
    reports = parts.reports;
    placement = parts.placement;
    matching = parts.matching;
    routing = parts.routing;
    stops = parts.stops;
  }

  /** The venue's own counterparty, or another market, trades with the order. */
  @Nullable String fill(ControlDecoder control) {
    long orderId = control.orderId();
    String refusal = notOpen(orderId);
    if (refusal != null) {
      return refusal;
    }
    ListedInstrument instrument = instrumentOf(orderId);
    OrderFault fault = fault(control, instrument.rules());
    if (fault != null) {
      return fault.text();
    }
    if (control.quantity() > orders.leavesQty(orderId)) {
      return "The order has less open than that";
    }
    boolean rested = placement.rests(orderId);
    orders.fill(orderId, control.price(), control.quantity());
    matching.settle(orderId, instrument, control.quantity());
    boolean elsewhere = control.code() == 1;
    if (!elsewhere) {
      instrument.traded(control.price());
    }
    long exec = reports.eventSeq() + 1;
    long matchId =
        trades.add(orderId, 0, control.price(), control.quantity(), exec, reports.time());
    reports.tradedWithVenue(orderId, matchId, control.price(), control.quantity(), elsewhere);
    if (orders.leavesQty(orderId) == 0) {
      placement.withdraw(orderId, instrument);
      placement.takeOn(orderId);
    } else if (rested) {
      placement.reduced(orderId, instrument);
    }
    stops.trigger(instrument);
    return null;
  }

  private static @Nullable OrderFault fault(ControlDecoder control, Instrument rules) {
    OrderFault fault = rules.quantityFault(control.quantity());
    return fault == null ? rules.priceFault(control.price()) : fault;
  }

  @Nullable String cancel(ControlDecoder control) {
    long orderId = control.orderId();
    String refusal = notOpen(orderId);
    if (refusal != null) {
      return refusal;
    }
    placement.end(orderId, instrumentOf(orderId), OrdStatus.CANCELED);
    reports.unsolicited(orderId, ExecType.CANCELED, control.code(), words(control.text()));
    return null;
  }

  /** Changes quantity and price, brings back what was suspended, and tells the reason. */
  @Nullable String restate(ControlDecoder control) {
    long orderId = control.orderId();
    String refusal = notOpen(orderId);
    if (refusal != null) {
      return refusal;
    }
    ListedInstrument instrument = instrumentOf(orderId);
    long quantity = control.quantity() == 0 ? orders.orderQty(orderId) : control.quantity();
    long price = control.price() == 0 ? orders.price(orderId) : control.price();
    refusal = restateFault(orderId, quantity, price, instrument.rules());
    if (refusal != null) {
      return refusal;
    }
    boolean suspended = orders.isMarked(orderId, Marks.SUSPENDED);
    boolean keepsPlace =
        placement.rests(orderId)
            && price == orders.price(orderId)
            && quantity <= orders.orderQty(orderId);
    boolean comes =
        placement.rests(orderId) || (suspended && !orders.isMarked(orderId, Marks.DONE_FOR_DAY));
    placement.reopening(orderId, instrument);
    if (!keepsPlace) {
      placement.withdraw(orderId, instrument);
    }
    orders.unmark(orderId, Marks.SUSPENDED);
    orders.price(orderId, price);
    orders.orderQty(orderId, quantity);
    orders.changedAt(orderId, reports.time());
    placement.opened(orderId, instrument);
    reports.unsolicited(orderId, ExecType.RESTATED, control.code(), words(control.text()));
    if (keepsPlace) {
      placement.reduced(orderId, instrument);
    } else if (comes) {
      placement.takeOn(orderId);
      routing.send(orderId, instrument);
    }
    stops.trigger(instrument);
    return null;
  }

  private @Nullable String restateFault(long orderId, long quantity, long price, Instrument rules) {
    OrderFault fault = rules.quantityFault(quantity);
    if (fault == null && OrderKind.hasLimit(orders.ordType(orderId))) {
      fault = rules.priceFault(price);
    } else if (fault == null && price != 0) {
      fault = OrderFault.PRICE_ON_MARKET_ORDER;
    }
    if (fault != null) {
      return fault.text();
    }
    return quantity <= orders.cumQty(orderId) ? "The order has traded so much already" : null;
  }

  /** Guarantees the order: OrdStatus Stopped. */
  @Nullable String stop(ControlDecoder control) {
    return mark(control, Marks.STOPPED, ExecType.STOPPED);
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
      reports.unsolicited(orderId, execType, Restatement.NONE, words(control.text()));
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
    reports.unsolicited(orderId, ExecType.CALCULATED, Restatement.NONE, words(control.text()));
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

  private static UnsafeBuffer words(String text) {
    return new UnsafeBuffer(text.getBytes(ISO_8859_1));
  }
}
