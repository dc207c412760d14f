package org.bourse.exchange.fix;

import quickfix.field.BeginString;
import quickfix.field.BodyLength;
import quickfix.field.LastMsgSeqNumProcessed;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.PossResend;
import quickfix.field.SendingTime;

/** Puts header and trailer around a body. */
final class FixFrame {
  static final String BEGIN_STRING = "FIX.4.4";

  /** Ends each field. */
  static final char SOH = 1;

  private final FixWriter head = new FixWriter();
  private final FixWriter whole = new FixWriter();

  /**
   * The whole message, good until the next.
   *
   * @param lastProcessed LastMsgSeqNumProcessed(369), 0: left out
   * @param possResend PossResend(97): left out where it is false
   */
  FixWriter frame(
      String msgType,
      int msgSeqNum,
      CompIds compIds,
      String sendingTime,
      int lastProcessed,
      boolean possResend,
      FixWriter body) {
    head.clear();
    head.field(MsgType.FIELD, msgType)
        .field(MsgSeqNum.FIELD, msgSeqNum)
        .append(compIds.sender())
        .field(SendingTime.FIELD, sendingTime)
        .append(compIds.target());
    if (possResend) {
      head.field(PossResend.FIELD, 'Y');
    }
    if (lastProcessed > 0) {
      head.field(LastMsgSeqNumProcessed.FIELD, lastProcessed);
    }
    whole.clear();
    whole
        .field(BeginString.FIELD, BEGIN_STRING)
        .field(BodyLength.FIELD, head.length() + body.length())
        .append(head)
        .append(body)
        .checkSum();
    return whole;
  }
}
