package org.bourse.client.fix;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.field.Account;
import quickfix.field.ClOrdID;
import quickfix.field.MsgType;
import quickfix.field.OrdStatusReqID;
import quickfix.field.OrdType;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;
import quickfix.field.TransactTime;

/**
 * The requests of FIX 4.4 order entry. Prices and quantities are decimal text and go out as they
 * are. Stateless: any thread.
 */
public final class Requests {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private Requests() {}

  /**
   * NewOrderSingle(D).
   *
   * @param clOrdId ClOrdID(11)
   * @param terms what is wanted
   * @return the message
   */
  public static Message newOrder(String clOrdId, Terms terms) {
    return withTerms(request(MsgType.ORDER_SINGLE, clOrdId, terms.side(), terms.symbol()), terms);
  }

  /**
   * OrderCancelReplaceRequest(G).
   *
   * @param clOrdId ClOrdID(11)
   * @param origClOrdId OrigClOrdID(41)
   * @param terms all terms of the order, the unchanged ones too
   * @return the message
   */
  public static Message replace(String clOrdId, String origClOrdId, Terms terms) {
    Message message =
        request(MsgType.ORDER_CANCEL_REPLACE_REQUEST, clOrdId, terms.side(), terms.symbol());
    message.setString(OrigClOrdID.FIELD, origClOrdId);
    return withTerms(message, terms);
  }

  /**
   * OrderCancelRequest(F).
   *
   * @param clOrdId ClOrdID(11)
   * @param origClOrdId OrigClOrdID(41)
   * @param side Side(54)
   * @param symbol Symbol(55)
   * @param quantity OrderQty(38)
   * @return the message
   */
  public static Message cancel(
      String clOrdId, String origClOrdId, char side, String symbol, String quantity) {
    Message message = request(MsgType.ORDER_CANCEL_REQUEST, clOrdId, side, symbol);
    message.setString(OrigClOrdID.FIELD, origClOrdId);
    message.setString(OrderQty.FIELD, quantity);
    return message;
  }

  /**
   * OrderStatusRequest(H).
   *
   * @param clOrdId ClOrdID(11) of the order asked about
   * @param side Side(54)
   * @param symbol Symbol(55)
   * @param ordStatusReqId OrdStatusReqID(790), which the answer repeats
   * @return the message
   */
  public static Message status(String clOrdId, char side, String symbol, String ordStatusReqId) {
    Message message = request(MsgType.ORDER_STATUS_REQUEST, clOrdId, side, symbol);
    message.removeField(TransactTime.FIELD);
    message.setString(OrdStatusReqID.FIELD, ordStatusReqId);
    return message;
  }

  private static Message request(String type, String clOrdId, char side, String symbol) {
    Message message = new Message();
    message.getHeader().setString(MsgType.FIELD, type);
    message.setString(ClOrdID.FIELD, clOrdId);
    message.setChar(Side.FIELD, side);
    message.setString(Symbol.FIELD, symbol);
    message.setString(TransactTime.FIELD, UTC.format(Instant.now()));
    return message;
  }

  private static Message withTerms(Message message, Terms terms) {
    message.setString(OrderQty.FIELD, terms.quantity());
    String price = terms.price();
    message.setChar(OrdType.FIELD, price == null ? OrdType.MARKET : OrdType.LIMIT);
    if (price != null) {
      message.setString(Price.FIELD, price);
    }
    message.setChar(TimeInForce.FIELD, terms.timeInForce());
    if (terms.account() != null) {
      message.setString(Account.FIELD, terms.account());
    }
    return message;
  }

  /**
   * The terms of an order.
   *
   * @param side Side(54)
   * @param symbol Symbol(55)
   * @param quantity OrderQty(38)
   * @param price Price(44), null for a market order
   * @param timeInForce TimeInForce(59)
   * @param account Account(1), null for none
   */
  public record Terms(
      char side,
      String symbol,
      String quantity,
      @Nullable String price,
      char timeInForce,
      @Nullable String account) {}
}
