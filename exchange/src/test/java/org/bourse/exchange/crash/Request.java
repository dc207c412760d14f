package org.bourse.exchange.crash;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.ExpireDate;
import quickfix.field.ExpireTime;
import quickfix.field.MaxFloor;
import quickfix.field.MsgType;
import quickfix.field.OrdType;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.StopPx;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;
import quickfix.field.TransactTime;

/**
 * What a trader asked for: NewOrderSingle, OrderCancelReplaceRequest or OrderCancelRequest.
 *
 * @param msgType D, G or F
 * @param origClOrdId of a change, else empty
 * @param price null: none
 * @param stopPx null: none
 * @param maxFloor null: none
 * @param expireTime of a good till date order; null: it has two days
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
    @Nullable BigDecimal stopPx,
    @Nullable BigDecimal maxFloor,
    @Nullable LocalDateTime expireTime,
    boolean faulty) {

  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  /** Of an order with a price or none, and nothing else. */
  Request(
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
    this(
        msgType,
        clOrdId,
        origClOrdId,
        symbol,
        side,
        ordType,
        timeInForce,
        quantity,
        price,
        null,
        null,
        null,
        faulty);
  }

  boolean isNew() {
    return msgType.equals(MsgType.ORDER_SINGLE);
  }

  boolean isReplace() {
    return msgType.equals(MsgType.ORDER_CANCEL_REPLACE_REQUEST);
  }

  /** Whether it rests in the book, at last, as long as it is not filled. */
  boolean mayRest() {
    return price != null && !isAtOnce();
  }

  /** Whether it waits for a price before it does anything. */
  boolean isStop() {
    return ordType == OrdType.STOP_STOP_LOSS || ordType == OrdType.STOP_LIMIT;
  }

  /** Whether it trades when it comes, or not at all. */
  boolean isAtOnce() {
    return timeInForce == TimeInForce.IMMEDIATE_OR_CANCEL
        || timeInForce == TimeInForce.FILL_OR_KILL;
  }

  /** Whether the time at which the order was to end has come. */
  boolean isPast() {
    return expireTime != null && !LocalDateTime.now(ZoneOffset.UTC).isBefore(expireTime);
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
      set(message, Price.FIELD, price);
      set(message, StopPx.FIELD, stopPx);
      set(message, MaxFloor.FIELD, maxFloor);
      if (expireTime != null) {
        message.setUtcTimeStamp(ExpireTime.FIELD, expireTime, true);
      } else if (timeInForce == TimeInForce.GOOD_TILL_DATE) {
        message.setString(ExpireDate.FIELD, DATE.format(LocalDate.now(ZoneOffset.UTC).plusDays(2)));
      }
    }
    return message;
  }

  private static void set(Message message, int tag, @Nullable BigDecimal value) {
    if (value != null) {
      message.setString(tag, value.toPlainString());
    }
  }
}
