package org.bourse.exchange.fix;

/**
 * The application messages that tests send, as a client takes them: MsgType first, then the body,
 * parted by bars.
 */
public final class OrderText {
  public static final String BUY = "1";
  public static final String SELL = "2";
  private static final String AT = "|60=20260105-12:00:00.000";

  private OrderText() {}

  /** A limit order of ABC, good for the day. */
  public static String limit(String clOrdId, String side, long quantity, String price) {
    return order(clOrdId, "ABC", side, Long.toString(quantity), "|40=2|44=" + price);
  }

  /** NewOrderSingle with terms of the caller's. */
  public static String order(
      String clOrdId, String symbol, String side, String quantity, String terms) {
    return "35=D|11=" + clOrdId + "|55=" + symbol + "|54=" + side + AT + "|38=" + quantity + terms;
  }

  /** OrderCancelReplaceRequest of a limit order of ABC. */
  public static String replace(
      String clOrdId, String origClOrdId, String side, long quantity, String price) {
    return "35=G|11="
        + clOrdId
        + "|41="
        + origClOrdId
        + "|55=ABC|54="
        + side
        + AT
        + "|38="
        + quantity
        + "|40=2|44="
        + price;
  }

  /** OrderCancelReplaceRequest of an order of ABC, with terms of the caller's. */
  public static String change(
      String clOrdId, String origClOrdId, String side, long quantity, String terms) {
    return order(clOrdId, "ABC", side, Long.toString(quantity), terms).replace("35=D", "35=G")
        + "|41="
        + origClOrdId;
  }

  /** OrderCancelRequest of an order of ABC. */
  public static String cancel(String clOrdId, String origClOrdId, String side) {
    return cancel(clOrdId, origClOrdId, "ABC", side);
  }

  /** OrderCancelRequest. */
  public static String cancel(String clOrdId, String origClOrdId, String symbol, String side) {
    return "35=F|11="
        + clOrdId
        + "|41="
        + origClOrdId
        + "|55="
        + symbol
        + "|54="
        + side
        + AT
        + "|38=1";
  }

  /** OrderStatusRequest for an order of ABC. */
  public static String status(String clOrdId, String side) {
    return "35=H|11=" + clOrdId + "|55=ABC|54=" + side;
  }
}
