package org.bourse.exchange.crash;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bourse.exchange.fix.FixText;
import org.jspecify.annotations.Nullable;
import quickfix.field.AvgPx;
import quickfix.field.ClOrdID;
import quickfix.field.CumQty;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.LeavesQty;
import quickfix.field.MaxFloor;
import quickfix.field.OrdStatus;
import quickfix.field.OrderID;
import quickfix.field.OrderQty;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.StopPx;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;

/**
 * An order as its owner computes it, from what was asked and what was told; what a report says of
 * the order's state is only compared.
 */
final class OwnOrder {
  private static final BigDecimal AVERAGES_DIFFER_BY = new BigDecimal("0.000001");

  private final String symbol;
  private final char side;
  private final char ordType;
  private final boolean rests;
  private final @Nullable BigDecimal stopPx;
  private String orderId = "";
  private String clOrdId;
  private BigDecimal quantity;
  private @Nullable BigDecimal price;
  private BigDecimal cumQty = ZERO;
  private BigDecimal notional = ZERO;
  private char status = OrdStatus.PENDING_NEW;
  private @Nullable BigDecimal maxFloor;
  private char timeInForce;
  private @Nullable LocalDateTime expireTime;
  private boolean triggered;
  private boolean changing;

  OwnOrder(Request request) {
    symbol = request.symbol();
    side = request.side();
    ordType = request.ordType();
    rests = request.mayRest();
    stopPx = request.stopPx();
    clOrdId = request.clOrdId();
    quantity = request.quantity();
    take(request);
  }

  private void take(Request request) {
    price = request.price();
    maxFloor = request.maxFloor();
    timeInForce = request.timeInForce();
    expireTime = request.expireTime();
  }

  String symbol() {
    return symbol;
  }

  char side() {
    return side;
  }

  String clOrdId() {
    return clOrdId;
  }

  String orderId() {
    return orderId;
  }

  char ordType() {
    return ordType;
  }

  /** Null: none. */
  @Nullable BigDecimal price() {
    return price;
  }

  /** Null: none. */
  @Nullable BigDecimal stopPx() {
    return stopPx;
  }

  boolean isStop() {
    return stopPx != null;
  }

  BigDecimal cumQty() {
    return cumQty;
  }

  /** Whether the exchange has its instrument. */
  boolean isListed() {
    return Listing.ALL.stream().anyMatch(listing -> listing.symbol().equals(symbol));
  }

  char status() {
    return status;
  }

  /** Whether it can be changed for as long as it is not filled. */
  boolean mayRest() {
    return rests || isWaiting();
  }

  /** Whether the venue may end it because the market has nothing for it. */
  boolean mayFindNothing() {
    return !rests && !isWaiting();
  }

  /** Whether the stop price has not come yet. */
  private boolean isWaiting() {
    return isStop() && !triggered;
  }

  /** Whether it must have traded with an open order whose price it meets. */
  boolean isInBook() {
    return isOpen() && rests && !isWaiting();
  }

  /** Whether its last moment has come: at a close for a Day order, else by its own time. */
  boolean mayExpire() {
    return (timeInForce == TimeInForce.DAY && symbol.equals(Operator.SYMBOL))
        || (expireTime != null && !LocalDateTime.now(ZoneOffset.UTC).isBefore(expireTime));
  }

  /** Whether nothing can change it any more. */
  boolean isDone() {
    return !isOpen() && status != OrdStatus.PENDING_NEW;
  }

  boolean isOpen() {
    return status == OrdStatus.NEW || status == OrdStatus.PARTIALLY_FILLED;
  }

  /** Whether a replace or cancel is under way. */
  boolean isChanging() {
    return changing;
  }

  void changing(boolean now) {
    changing = now;
  }

  void accepted(FixText report) {
    orderId = report.get(OrderID.FIELD);
    status = OrdStatus.NEW;
  }

  void refused(FixText report) {
    orderId = report.get(OrderID.FIELD);
    status = OrdStatus.REJECTED;
  }

  void filled(FixText report) {
    BigDecimal lastQty = new BigDecimal(report.get(LastQty.FIELD));
    cumQty = cumQty.add(lastQty);
    notional = notional.add(lastQty.multiply(new BigDecimal(report.get(LastPx.FIELD))));
    filledStatus();
  }

  void replaced(Request request) {
    clOrdId = request.clOrdId();
    quantity = request.quantity().max(cumQty);
    take(request);
    filledStatus();
  }

  void canceled(String name) {
    clOrdId = name;
    status = OrdStatus.CANCELED;
  }

  void expired() {
    status = OrdStatus.EXPIRED;
  }

  void triggered() {
    triggered = true;
  }

  private void filledStatus() {
    if (quantity.compareTo(cumQty) <= 0) {
      status = OrdStatus.FILLED;
    } else {
      status = cumQty.signum() == 0 ? OrdStatus.NEW : OrdStatus.PARTIALLY_FILLED;
    }
  }

  /** What a report, or the answer to an OrderStatusRequest, says otherwise; empty: nothing. */
  String differences(FixText report) {
    StringBuilder text = new StringBuilder();
    differ(text, report, OrderID.FIELD, orderId);
    differ(text, report, ClOrdID.FIELD, clOrdId);
    differ(text, report, Symbol.FIELD, symbol);
    differ(text, report, Side.FIELD, String.valueOf(side));
    differ(text, report, OrdStatus.FIELD, String.valueOf(status));
    if (status == OrdStatus.REJECTED) {
      return text.toString();
    }
    differ(text, report, OrderQty.FIELD, quantity, ZERO);
    differ(text, report, CumQty.FIELD, cumQty, ZERO);
    differ(text, report, LeavesQty.FIELD, isOpen() ? quantity.subtract(cumQty) : ZERO, ZERO);
    differ(text, report, AvgPx.FIELD, average(), AVERAGES_DIFFER_BY);
    differ(text, report, Price.FIELD, price);
    differ(text, report, StopPx.FIELD, stopPx);
    differ(text, report, MaxFloor.FIELD, maxFloor);
    return text.toString();
  }

  private BigDecimal average() {
    return cumQty.signum() == 0 ? ZERO : notional.divide(cumQty, 12, RoundingMode.HALF_UP);
  }

  private static void differ(StringBuilder text, FixText report, int tag, String expected) {
    if (!report.get(tag).equals(expected)) {
      say(text, report, tag, expected);
    }
  }

  private static void differ(
      StringBuilder text, FixText report, int tag, @Nullable BigDecimal expected) {
    if (expected != null) {
      differ(text, report, tag, expected, ZERO);
    }
  }

  private static void differ(
      StringBuilder text, FixText report, int tag, BigDecimal expected, BigDecimal tolerance) {
    if (!report.has(tag)
        || new BigDecimal(report.get(tag)).subtract(expected).abs().compareTo(tolerance) > 0) {
      say(text, report, tag, expected.toPlainString());
    }
  }

  private static void say(StringBuilder text, FixText report, int tag, String expected) {
    text.append(tag)
        .append('=')
        .append(report.get(tag))
        .append(", not ")
        .append(expected)
        .append("; ");
  }

  @Override
  public String toString() {
    return clOrdId + " (" + orderId + ", 39=" + status + ", " + cumQty + " of " + quantity + ")";
  }
}
