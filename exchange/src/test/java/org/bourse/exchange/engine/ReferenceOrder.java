package org.bourse.exchange.engine;

import java.math.BigInteger;
import org.bourse.exchange.command.Conditions;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.QueryOrder;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.model.ExecInst;

/** An order as the reference venue keeps it, open or done. */
final class ReferenceOrder {
  static final char NEW = '0';
  static final char PARTIALLY_FILLED = '1';
  static final char FILLED = '2';
  static final char DONE_FOR_DAY = '3';
  static final char CANCELED = '4';
  static final char REJECTED = '8';
  static final char PENDING_NEW = 'A';
  static final char EXPIRED = 'C';

  /** Where an open order waits for what comes. */
  enum Place {
    NOWHERE,
    BOOK,
    MARKET,
    STOPS,
    FOR_CLOSE
  }

  final long orderId;
  final int participantId;
  final int instrumentId;
  final char side;

  /** As it came, of an order without an instrument. */
  final String symbol;

  int sessionId;
  char ordType;
  char timeInForce;
  char state = REJECTED;
  long price;
  long orderQty;
  long cumQty;
  BigInteger notional = BigInteger.ZERO;
  Conditions conditions = Conditions.NONE;
  String clOrdId;
  String account;
  long changedAt;

  Place place = Place.NOWHERE;

  /** Of two that wait in the same place, the one with the lower turn came first. */
  long turn;

  /** How much of it the book shows. */
  long shown;

  boolean isCancelPending;
  boolean isReplacePending;
  boolean isStopped;
  boolean isSuspended;
  boolean isDoneForDay;
  boolean isCalculated;
  boolean isTriggered;

  /** Whether it was done, and not filled, before a change of its trades was told. */
  boolean hasEnded;

  boolean isSplit;

  /** Whether it has come over from an earlier day, and what it had traded by then. */
  boolean isCarried;

  long cumBefore;
  BigInteger notionalBefore = BigInteger.ZERO;

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
    order.conditions = request.conditions();
    return order;
  }

  /** A day order with a limit that nobody has sent. */
  static ReferenceOrder entered(long orderId, int participantId, Control control) {
    ReferenceOrder order =
        new ReferenceOrder(
            orderId,
            participantId,
            control.sessionId(),
            control.instrumentId(),
            control.msgType(),
            '2',
            "",
            "",
            "");
    order.timeInForce = '0';
    order.state = NEW;
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
    return unknown(
        request.sessionId(), instrumentId, request.side(), request.symbol(), request.clOrdId());
  }

  static ReferenceOrder unknown(
      int sessionId, int instrumentId, char side, String symbol, String clOrdId) {
    return new ReferenceOrder(
        0, -1, sessionId, instrumentId, side, '\0', instrumentId < 0 ? symbol : "", clOrdId, "");
  }

  boolean isOpen() {
    return state == NEW || state == PARTIALLY_FILLED || state == PENDING_NEW;
  }

  /** Open, and not just waiting to be taken. */
  boolean isTaken() {
    return isOpen() && state != PENDING_NEW;
  }

  long leavesQty() {
    return isOpen() ? orderQty - cumQty : 0;
  }

  /** OrdStatus(39): of all that it is, what has precedence. */
  char ordStatus() {
    if (isCancelPending) {
      return '6';
    } else if (isReplacePending) {
      return 'E';
    } else if (isDoneForDay || state == DONE_FOR_DAY) {
      return '3';
    } else if (isCalculated && !isOpen()) {
      return 'B';
    } else if (state == FILLED) {
      return FILLED;
    } else if (isStopped) {
      return '7';
    }
    return isSuspended ? '9' : state;
  }

  /** Whether its owner was told that a request for it is pending. */
  boolean isPending() {
    return isCancelPending || isReplacePending;
  }

  boolean isBuy() {
    return side == '1';
  }

  boolean isStop() {
    return ordType == '3' || ordType == '4';
  }

  /** Waits for its stop price, or would. */
  boolean isDormant() {
    return isStop() && !isTriggered;
  }

  boolean hasLimit() {
    return ordType == '2' || ordType == '4';
  }

  boolean isImmediate() {
    return timeInForce == '3' || timeInForce == '4';
  }

  boolean isGoodTill() {
    return timeInForce == '1' || timeInForce == '6';
  }

  boolean has(int instruction) {
    return (conditions.execInst() & instruction) != 0;
  }

  boolean isCanceledOnHalt() {
    return has(ExecInst.CANCEL_ON_HALT);
  }

  void fill(long lastPrice, long lastQty) {
    cumQty += lastQty;
    notional = notional.add(worth(lastPrice, lastQty));
    state = cumQty == orderQty ? FILLED : PARTIALLY_FILLED;
  }

  void takeBack(long lastPrice, long lastQty) {
    cumQty -= lastQty;
    notional = notional.subtract(worth(lastPrice, lastQty));
  }

  private static BigInteger worth(long price, long quantity) {
    return BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
  }

  /** The state of an open order, by what it has traded. */
  void reopen() {
    state = cumQty == 0 ? NEW : PARTIALLY_FILLED;
  }
}
