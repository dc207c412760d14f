package org.bourse.exchange.fix;

import quickfix.FieldException;
import quickfix.field.BusinessRejectReason;
import quickfix.field.CxlRejReason;
import quickfix.field.MsgType;
import quickfix.field.OrdRejReason;
import quickfix.field.SessionRejectReason;

/**
 * Why a request can't become a command, and which message says so.
 *
 * @param answer MsgType(35) of the message: 8, 9, j or 3
 * @param reason the code for its own reason field
 * @param refTagId RefTagID(371), 0: none
 * @param text Text(58)
 */
record EdgeRefusal(char answer, int reason, int refTagId, String text) {
  private static final char EXECUTION_REPORT = '8';
  private static final char CANCEL_REJECT = '9';
  private static final char BUSINESS_REJECT = 'j';
  private static final char SESSION_REJECT = '3';

  /** A fault that the dictionary finds. */
  static EdgeRefusal of(FieldException fault) {
    return session(
        fault.getSessionRejectReason(),
        fault.isFieldSpecified() ? fault.getField() : 0,
        String.valueOf(fault.getMessage()));
  }

  static EdgeRefusal missing(int tag) {
    return session(SessionRejectReason.REQUIRED_TAG_MISSING, tag, "Required tag missing");
  }

  static EdgeRefusal empty(int tag) {
    return session(
        SessionRejectReason.TAG_SPECIFIED_WITHOUT_A_VALUE, tag, "Tag specified without a value");
  }

  static EdgeRefusal badValue(int tag) {
    return session(
        SessionRejectReason.VALUE_IS_INCORRECT,
        tag,
        "Value is incorrect (out of range) for this tag");
  }

  static EdgeRefusal badFormat(int tag) {
    return session(
        SessionRejectReason.INCORRECT_DATA_FORMAT_FOR_VALUE,
        tag,
        "Incorrect data format for value");
  }

  static EdgeRefusal badCount(int tag) {
    return session(
        SessionRejectReason.INCORRECT_NUMINGROUP_COUNT_FOR_REPEATING_GROUP,
        tag,
        "Incorrect NumInGroup count for repeating group");
  }

  static EdgeRefusal conditionallyMissing(String text) {
    return new EdgeRefusal(
        BUSINESS_REJECT, BusinessRejectReason.CONDITIONALLY_REQUIRED_FIELD_MISSING, 0, text);
  }

  static EdgeRefusal unsupportedType() {
    return new EdgeRefusal(
        BUSINESS_REJECT,
        BusinessRejectReason.UNSUPPORTED_MESSAGE_TYPE,
        0,
        "Unsupported message type");
  }

  static EdgeRefusal unknownSecurity() {
    return new EdgeRefusal(
        BUSINESS_REJECT, BusinessRejectReason.UNKNOWN_SECURITY, 0, "Unknown symbol");
  }

  /** The message is understood, but not what it asks for. */
  static EdgeRefusal notSupported(String text) {
    return new EdgeRefusal(BUSINESS_REJECT, BusinessRejectReason.OTHER, 0, text);
  }

  static EdgeRefusal unknownId(String text) {
    return new EdgeRefusal(BUSINESS_REJECT, BusinessRejectReason.UNKNOWN_ID, 0, text);
  }

  static EdgeRefusal notAuthorized(String text) {
    return new EdgeRefusal(BUSINESS_REJECT, BusinessRejectReason.NOT_AUTHORIZED, 0, text);
  }

  static EdgeRefusal throttled(String text) {
    return new EdgeRefusal(BUSINESS_REJECT, BusinessRejectReason.OTHER, 0, text);
  }

  static EdgeRefusal unknownSymbol() {
    return new EdgeRefusal(EXECUTION_REPORT, OrdRejReason.UNKNOWN_SYMBOL, 0, "Unknown symbol");
  }

  /** A field that the venue does not offer, or a value that it can't take. */
  static EdgeRefusal order(String msgType, int ordRejReason, String text) {
    return msgType.equals(MsgType.ORDER_SINGLE)
        ? new EdgeRefusal(EXECUTION_REPORT, ordRejReason, 0, text)
        : new EdgeRefusal(CANCEL_REJECT, CxlRejReason.BROKER_EXCHANGE_OPTION, 0, text);
  }

  private static EdgeRefusal session(int reason, int tag, String text) {
    return new EdgeRefusal(SESSION_REJECT, reason, tag, text);
  }
}
