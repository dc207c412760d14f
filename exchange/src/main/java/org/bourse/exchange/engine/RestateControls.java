package org.bourse.exchange.engine;

import java.math.BigInteger;
import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.OrderFault;
import org.jspecify.annotations.Nullable;

/**
 * Restates orders for the venue. After a split what an order has traded counts in new shares, and
 * what was paid for it stays.
 */
final class RestateControls {
  private final Instruments instruments;
  private final Orders orders;
  private final Reports reports;
  private final Placement placement;
  private final Routing routing;
  private final Stops stops;
  private final Terms terms;

  RestateControls(Parts parts) {
    instruments = parts.instruments;
    orders = parts.orders;
    reports = parts.reports;
    placement = parts.placement;
    routing = parts.routing;
    stops = parts.stops;
    terms = parts.terms;
  }

  /** Changes quantity and price, brings back what was suspended, and tells the reason. */
  @Nullable String restate(ControlDecoder control) {
    long orderId = control.orderId();
    String refusal = OrderControls.notOpen(orders, orderId);
    if (refusal != null) {
      return refusal;
    }
    ListedInstrument instrument = instruments.get(orders.instrumentId(orderId));
    long newQuantity = ControlValues.quantity(control, instrument.rules());
    long newPrice = ControlValues.price(control, instrument.rules());
    long quantity = newQuantity == 0 ? orders.orderQty(orderId) : newQuantity;
    long price = newPrice == 0 ? orders.price(orderId) : newPrice;
    boolean isSplit = control.code() == Restatement.CORPORATE_ACTION;
    refusal =
        isSplit
            ? splitFault(orderId, quantity, price, instrument.rules())
            : restateFault(orderId, quantity, price, instrument.rules());
    if (refusal != null) {
      return refusal;
    }
    boolean suspended = orders.isMarked(orderId, Marks.SUSPENDED);
    boolean keepsPlace =
        !isSplit
            && placement.rests(orderId)
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
    if (isSplit) {
      split(orderId, quantity);
    }
    orders.orderQty(orderId, quantity);
    orders.changedAt(orderId, reports.time());
    placement.opened(orderId, instrument);
    reports.unsolicited(
        orderId, ExecType.RESTATED, control.code(), Restatement.words(control.text()));
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
    OrderFault fault = valueFault(orderId, quantity, price, rules);
    if (fault != null) {
      return fault.text();
    }
    return quantity <= orders.cumQty(orderId) ? "The order has traded so much already" : null;
  }

  private @Nullable OrderFault valueFault(
      long orderId, long quantity, long price, Instrument rules) {
    OrderFault fault = rules.quantityFault(quantity);
    if (fault == null && OrderKind.hasLimit(orders.ordType(orderId))) {
      fault = rules.priceFault(price);
    } else if (fault == null && price != 0) {
      fault = OrderFault.PRICE_ON_MARKET_ORDER;
    }
    return fault;
  }

  private @Nullable String splitFault(long orderId, long quantity, long price, Instrument rules) {
    OrderFault fault = valueFault(orderId, quantity, price, rules);
    if (fault != null) {
      return fault.text();
    }
    long old = orders.orderQty(orderId);
    int place = orders.terms(orderId);
    boolean isWhole =
        split(orders.cumQty(orderId), quantity, old) >= 0
            && (place == 0 || split(terms.cumBefore(place), quantity, old) >= 0);
    return isWhole ? null : "CumQty can't change in that proportion";
  }

  /** The same in new shares, below 0: it is no whole number of them. */
  private static long split(long shares, long quantity, long old) {
    BigInteger[] result =
        BigInteger.valueOf(shares)
            .multiply(BigInteger.valueOf(quantity))
            .divideAndRemainder(BigInteger.valueOf(old));
    return result[1].signum() == 0 ? result[0].longValueExact() : -1;
  }

  private void split(long orderId, long quantity) {
    long old = orders.orderQty(orderId);
    orders.mark(orderId, Marks.SPLIT);
    orders.cumQty(orderId, split(orders.cumQty(orderId), quantity, old));
    int place = orders.terms(orderId);
    if (place != 0) {
      terms.cumBefore(place, split(terms.cumBefore(place), quantity, old));
    }
  }
}
