package org.bourse.exchange.crash;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.MsgType;
import quickfix.field.OrdType;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;
import quickfix.field.TransactTime;

/**
 * What a trader asked for: NewOrderSingle, OrderCancelReplaceRequest or OrderCancelRequest.
 *
 * @param msgType D, G or F
 * @param origClOrdId of a change, else empty
 * @param price null: none
 * @param faulty whether it can only be refused
 */
record Request(
    String msgType,
    String clOrdId,
    String origClOrdId,
    String symbol,
    char side,
    char ordType,
    char timeInForce,
    BigDecimal quantity,
    @Nullable BigDecimal price,
    boolean faulty) {

  boolean isNew() {
    return msgType.equals(MsgType.ORDER_SINGLE);
  }

  boolean isReplace() {
    return msgType.equals(MsgType.ORDER_CANCEL_REPLACE_REQUEST);
  }

  boolean mayRest() {
    return ordType == OrdType.LIMIT
        && timeInForce != TimeInForce.IMMEDIATE_OR_CANCEL
        && timeInForce != TimeInForce.FILL_OR_KILL;
  }

  /** As FIX has it. */
  Message message() {
    Message message = new Message();
    message.getHeader().setString(MsgType.FIELD, msgType);
    message.setString(ClOrdID.FIELD, clOrdId);
    message.setString(Symbol.FIELD, symbol);
    message.setChar(Side.FIELD, side);
    message.setString(OrderQty.FIELD, quantity.toPlainString());
    message.setUtcTimeStamp(TransactTime.FIELD, LocalDateTime.now(ZoneOffset.UTC));
    if (!isNew()) {
      message.setString(OrigClOrdID.FIELD, origClOrdId);
    }
    if (isNew() || isReplace()) {
      message.setChar(OrdType.FIELD, ordType);
      message.setChar(TimeInForce.FIELD, timeInForce);
      if (price != null) {
        message.setString(Price.FIELD, price.toPlainString());
      }
    }
    return message;
  }
}
