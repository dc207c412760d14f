package org.bourse.exchange.model;

import org.jspecify.annotations.Nullable;

/** What a session may ask about the venue. */
public enum InquiryKind {
  /** SecurityListRequest(x). */
  SECURITY_LIST(1, "x"),
  /** SecurityDefinitionRequest(c). */
  SECURITY_DEFINITION(2, "c"),
  /** TradingSessionStatusRequest(g). */
  TRADING_SESSION_STATUS(3, "g"),
  /** SecurityStatusRequest(e). */
  SECURITY_STATUS(4, "e"),
  /** TradeCaptureReportRequest(AD). */
  TRADE_CAPTURE(5, "AD"),
  /** UserRequest(BE); the outcome was known before it came here. */
  USER(6, "BE"),
  /** DontKnowTrade(Q): recorded, and not answered. */
  DONT_KNOW_TRADE(7, "Q"),
  /** MarketDataRequest(V): answered outside the engine, from this place in its events on. */
  MARKET_DATA(8, "V");

  private static final InquiryKind[] ALL = values();

  private final byte code;

  private final String msgType;

  InquiryKind(int code, String msgType) {
    this.code = (byte) code;
    this.msgType = msgType;
  }

  /** MsgType(35) of the request. */
  public String msgType() {
    return msgType;
  }

  /** In commands' and events' bytes: never given twice. */
  public byte code() {
    return code;
  }

  /** The one that has this code, null where none has. */
  public static @Nullable InquiryKind of(int code) {
    for (InquiryKind value : ALL) {
      if (value.code == code) {
        return value;
      }
    }
    return null;
  }
}
