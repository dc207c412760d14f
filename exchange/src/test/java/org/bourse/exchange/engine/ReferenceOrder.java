package org.bourse.exchange.engine;

import java.math.BigInteger;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.QueryOrder;
import org.bourse.exchange.command.Refused;

/** An order as the reference venue keeps it, open or done. */
final class ReferenceOrder {
  static final char NEW = '0';
  static final char PARTIALLY_FILLED = '1';
  static final char FILLED = '2';
  static final char CANCELED = '4';
  static final char REJECTED = '8';

  final long orderId;
  final int participantId;
  final int instrumentId;
  final char side;
  final char ordType;

  /** As it came, of an order without an instrument. */
  final String symbol;

  int sessionId;
  char timeInForce;
  char ordStatus = REJECTED;
  long price;
  long orderQty;
  long cumQty;
  long leavesQty;
  BigInteger notional = BigInteger.ZERO;
  String clOrdId;
  String account;

  private ReferenceOrder(
      long orderId,
      int participantId,
      int sessionId,
      int instrumentId,
      char side,
      char ordType,
      String symbol,
      String clOrdId,
      String account) {
    this.orderId = orderId;
    this.participantId = participantId;
    this.sessionId = sessionId;
    this.instrumentId = instrumentId;
    this.side = side;
    this.ordType = ordType;
    this.symbol = symbol;
    this.clOrdId = clOrdId;
    this.account = account;
  }

  static ReferenceOrder of(NewOrder request, long orderId, int participantId, int instrumentId) {
    ReferenceOrder order =
        new ReferenceOrder(
            orderId,
            participantId,
            request.sessionId(),
            instrumentId,
            request.side(),
            request.ordType(),
            "",
            request.clOrdId(),
            request.account());
    order.timeInForce = request.timeInForce();
    order.price = request.price();
    order.orderQty = request.quantity();
    return order;
  }

  static ReferenceOrder of(Refused request, long orderId, int participantId) {
    return new ReferenceOrder(
        orderId,
        participantId,
        request.sessionId(),
        -1,
        request.side(),
        request.ordType(),
        request.symbol(),
        request.clOrdId(),
        request.account());
  }

  /** Stands for the order that a query asked about and that there is not. */
  static ReferenceOrder unknown(QueryOrder request, int instrumentId) {
    return new ReferenceOrder(
        0,
        -1,
        request.sessionId(),
        instrumentId,
        request.side(),
        '\0',
        instrumentId < 0 ? request.symbol() : "",
        request.clOrdId(),
        "");
  }

  boolean isDone() {
    return ordStatus == FILLED || ordStatus == CANCELED || ordStatus == REJECTED;
  }

  boolean isBuy() {
    return side == '1';
  }

  boolean isMarket() {
    return ordType == '1';
  }

  boolean mayRest() {
    return !isMarket() && (timeInForce == '0' || timeInForce == '1');
  }

  boolean isFillOrKill() {
    return timeInForce == '4';
  }

  void fill(long lastPrice, long lastQty) {
    cumQty += lastQty;
    leavesQty -= lastQty;
    notional = notional.add(BigInteger.valueOf(lastPrice).multiply(BigInteger.valueOf(lastQty)));
    ordStatus = leavesQty == 0 ? FILLED : PARTIALLY_FILLED;
  }

  void cancel() {
    leavesQty = 0;
    ordStatus = CANCELED;
  }
}
