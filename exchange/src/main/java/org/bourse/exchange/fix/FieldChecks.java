package org.bourse.exchange.fix;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.field.Account;
import quickfix.field.CashOrderQty;
import quickfix.field.ClOrdID;
import quickfix.field.DiscretionInst;
import quickfix.field.ExecInst;
import quickfix.field.ExpireDate;
import quickfix.field.ExpireTime;
import quickfix.field.MaxFloor;
import quickfix.field.MinQty;
import quickfix.field.MsgType;
import quickfix.field.OrdStatusReqID;
import quickfix.field.OrdType;
import quickfix.field.OrderID;
import quickfix.field.OrderPercent;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.OrigOrdModTime;
import quickfix.field.PegOffsetValue;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.StopPx;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;
import quickfix.field.TransactTime;

/**
 * Whether the fields of a request are there and can be read; what they say is looked at elsewhere.
 */
final class FieldChecks {
  /** Longest ClOrdID and other name, in characters. */
  static final int NAME_LENGTH = 64;

  private static final Map<String, List<Integer>> REQUIRED =
      Map.of(
          MsgType.ORDER_SINGLE,
          List.of(
              ClOrdID.FIELD,
              Symbol.FIELD,
              Side.FIELD,
              TransactTime.FIELD,
              OrdType.FIELD,
              OrderQty.FIELD),
          MsgType.ORDER_CANCEL_REPLACE_REQUEST,
          List.of(
              ClOrdID.FIELD,
              OrigClOrdID.FIELD,
              Symbol.FIELD,
              Side.FIELD,
              TransactTime.FIELD,
              OrdType.FIELD,
              OrderQty.FIELD),
          MsgType.ORDER_CANCEL_REQUEST,
          List.of(
              ClOrdID.FIELD,
              OrigClOrdID.FIELD,
              Symbol.FIELD,
              Side.FIELD,
              TransactTime.FIELD,
              OrderQty.FIELD),
          MsgType.ORDER_STATUS_REQUEST,
          List.of(ClOrdID.FIELD, Symbol.FIELD, Side.FIELD));

  private static final List<Integer> NAMES =
      List.of(
          ClOrdID.FIELD,
          OrigClOrdID.FIELD,
          Symbol.FIELD,
          Account.FIELD,
          OrderID.FIELD,
          OrdStatusReqID.FIELD);

  private static final List<Integer> CODES = List.of(Side.FIELD, OrdType.FIELD, TimeInForce.FIELD);

  private static final List<Integer> NUMBERS = List.of(OrderQty.FIELD, Price.FIELD);

  /**
   * What an order may ask of other venues, but not of this one: ignored, it would be another order
   * than was meant.
   */
  private static final Map<Integer, String> NOT_OFFERED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(ExecInst.FIELD, "ExecInst(18) is not supported"),
              Map.entry(StopPx.FIELD, "StopPx(99) is not supported"),
              Map.entry(MinQty.FIELD, "MinQty(110) is not supported"),
              Map.entry(MaxFloor.FIELD, "MaxFloor(111) is not supported"),
              Map.entry(ExpireTime.FIELD, "ExpireTime(126) is not supported"),
              Map.entry(CashOrderQty.FIELD, "CashOrderQty(152) is not supported"),
              Map.entry(PegOffsetValue.FIELD, "PegOffsetValue(211) is not supported"),
              Map.entry(DiscretionInst.FIELD, "DiscretionInst(388) is not supported"),
              Map.entry(ExpireDate.FIELD, "ExpireDate(432) is not supported"),
              Map.entry(OrderPercent.FIELD, "OrderPercent(516) is not supported"),
              Map.entry(OrigOrdModTime.FIELD, "OrigOrdModTime(586) is not supported")));

  private FieldChecks() {}

  /** Whether messages of a type are understood at all. */
  static boolean knows(String msgType) {
    return REQUIRED.containsKey(msgType);
  }

  /** The first fault of presence, length or format, by tag in the order of the spec; null: none. */
  static @Nullable EdgeRefusal form(String msgType, FieldMap fields) throws FieldNotFound {
    for (int tag : REQUIRED.getOrDefault(msgType, List.of())) {
      if (!fields.isSetField(tag)) {
        return EdgeRefusal.missing(tag);
      }
      if (fields.getString(tag).isEmpty()) {
        return EdgeRefusal.empty(tag);
      }
    }
    for (int tag : NAMES) {
      if (fields.isSetField(tag) && fields.getString(tag).length() > NAME_LENGTH) {
        return EdgeRefusal.badValue(tag);
      }
    }
    for (int tag : CODES) {
      if (fields.isSetField(tag) && fields.getString(tag).length() != 1) {
        return EdgeRefusal.badFormat(tag);
      }
    }
    for (int tag : NUMBERS) {
      if (fields.isSetField(tag) && !Decimals.isNumber(fields.getString(tag))) {
        return EdgeRefusal.badFormat(tag);
      }
    }
    return null;
  }

  /** What an order asks for that the venue does not have; null: nothing. */
  static @Nullable String notOffered(FieldMap fields) {
    for (Map.Entry<Integer, String> field : NOT_OFFERED.entrySet()) {
      if (fields.isSetField(field.getKey())) {
        return field.getValue();
      }
    }
    return null;
  }
}
