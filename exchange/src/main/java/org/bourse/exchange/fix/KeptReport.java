package org.bourse.exchange.fix;

import static org.bourse.exchange.fix.FixFrame.SOH;

import java.util.Set;
import quickfix.field.BeginString;
import quickfix.field.BodyLength;
import quickfix.field.CheckSum;
import quickfix.field.LastMsgSeqNumProcessed;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.OrigSendingTime;
import quickfix.field.PossDupFlag;
import quickfix.field.PossResend;
import quickfix.field.SenderCompID;
import quickfix.field.SenderLocationID;
import quickfix.field.SenderSubID;
import quickfix.field.SendingTime;
import quickfix.field.TargetCompID;
import quickfix.field.TargetLocationID;
import quickfix.field.TargetSubID;

/**
 * A report that waits for a MsgSeqNum: its type and body, without the fields that a numbering gives
 * it.
 *
 * @param msgType MsgType(35)
 * @param possResend PossResend(97): the client may have had it under another number
 * @param body the fields after the header, each with its SOH
 */
record KeptReport(String msgType, boolean possResend, String body) {
  private static final Set<Integer> HEADER =
      Set.of(
          BeginString.FIELD,
          BodyLength.FIELD,
          MsgType.FIELD,
          MsgSeqNum.FIELD,
          SenderCompID.FIELD,
          SenderSubID.FIELD,
          SenderLocationID.FIELD,
          TargetCompID.FIELD,
          TargetSubID.FIELD,
          TargetLocationID.FIELD,
          SendingTime.FIELD,
          OrigSendingTime.FIELD,
          PossDupFlag.FIELD,
          PossResend.FIELD,
          LastMsgSeqNumProcessed.FIELD);

  /** What is kept of a whole message, as {@link #text()}. */
  static String ofMessage(String message) {
    int end = message.lastIndexOf(SOH + String.valueOf(CheckSum.FIELD) + "=");
    return parse(message.substring(0, end + 1)).text();
  }

  /** Reads what {@link #text()} has written. */
  static KeptReport parse(String text) {
    String msgType = "";
    boolean possResend = false;
    int at = 0;
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      int tag = Integer.parseInt(text, at, equals, 10);
      if (!HEADER.contains(tag)) {
        break;
      }
      int end = text.indexOf(SOH, equals);
      if (tag == MsgType.FIELD) {
        msgType = text.substring(equals + 1, end);
      } else if (tag == PossResend.FIELD) {
        possResend = text.charAt(equals + 1) == 'Y';
      }
      at = end + 1;
    }
    return new KeptReport(msgType, possResend, text.substring(at));
  }

  /** The same, with PossResend=Y where the client may know it. */
  KeptReport orKnown(boolean mayBeKnown) {
    return new KeptReport(msgType, possResend || mayBeKnown, body);
  }

  /** As it is kept: the fields of type and PossResend, then the body. */
  String text() {
    String head = MsgType.FIELD + "=" + msgType + SOH;
    return possResend ? head + PossResend.FIELD + "=Y" + SOH + body : head + body;
  }
}
