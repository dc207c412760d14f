package org.bourse.exchange.engine;

import java.math.BigInteger;
import org.bourse.exchange.command.Conditions;
import org.bourse.exchange.engine.ReferenceReports.Reason;
import org.bourse.exchange.engine.ReferenceReports.Reply;
import org.bourse.exchange.event.OrderReport;
import org.bourse.exchange.event.ReportDetails;

/** An execution report in the making: the state of its order, and what is said beyond. */
final class ReferenceReport {
  private final Reply to;
  private final char execType;
  private final ReferenceOrder order;
  char ordStatus;
  String clOrdId;
  String origClOrdId = "";
  String ordStatusReqId = "";
  String quantity = "";
  String limitPrice = "";
  Reason reason = Reason.NONE;
  long matchId;
  long contraOrderId;
  long lastPrice;
  long lastQty;
  long execRefId;
  int aggressor;
  int restatement = -1;
  int reports = -1;
  boolean last;
  boolean elsewhere;

  ReferenceReport(Reply to, char execType, ReferenceOrder order) {
    this.to = to;
    this.execType = execType;
    this.order = order;
    ordStatus = order.ordStatus();
    clOrdId = order.clOrdId;
  }

  ReferenceReport trade(long match, long contra, long price, long traded, int came) {
    matchId = match;
    contraOrderId = contra;
    lastPrice = price;
    lastQty = traded;
    aggressor = came;
    return this;
  }

  OrderReport at(long eventSeq, long time) {
    return new OrderReport(
        eventSeq,
        time,
        to.sessionId(),
        order.instrumentId,
        order.orderId,
        contraOrderId,
        matchId,
        order.price,
        order.orderQty,
        order.cumQty,
        order.leavesQty(),
        high(order.notional),
        order.notional.longValue(),
        lastPrice,
        lastQty,
        to.refSeqNum(),
        reason.code(),
        execType,
        ordStatus,
        order.side,
        order.ordType,
        order.timeInForce,
        aggressor,
        clOrdId,
        origClOrdId,
        order.account,
        ordStatusReqId,
        order.symbol,
        quantity,
        limitPrice,
        reason.text(),
        details());
  }

  private ReportDetails details() {
    Conditions asked = order.conditions;
    BigInteger today = order.notional.subtract(order.notionalBefore);
    boolean carried = order.isCarried;
    return new ReportDetails(
        asked.stopPrice(),
        asked.maxFloor(),
        asked.minQuantity(),
        asked.cashQuantity(),
        asked.expireTime(),
        carried ? order.orderQty - order.cumBefore : -1,
        carried ? order.cumQty - order.cumBefore : 0,
        carried ? high(today) : 0,
        carried ? today.longValue() : 0,
        execRefId,
        asked.expireDate(),
        reports,
        restatement,
        asked.execInst(),
        last,
        elsewhere);
  }

  private static long high(BigInteger sum) {
    return sum.shiftRight(64).longValue();
  }
}
