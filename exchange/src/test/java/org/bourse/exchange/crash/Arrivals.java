package org.bourse.exchange.crash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.fix.FixText;
import org.jspecify.annotations.Nullable;
import quickfix.field.ClOrdID;
import quickfix.field.ExecID;
import quickfix.field.ExecType;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.OrdStatusReqID;
import quickfix.field.PossResend;

/**
 * Everything that one trader's session let through, by what it tells. It comes once; a second time
 * only with PossResend, word for word, and under a number of its own. Guarded by the ledger.
 */
final class Arrivals {
  private static final String EXEC_ID = "ExecID ";

  private final Map<String, FixText> known = new HashMap<>();
  private int lastMsgSeqNum;
  private int again;

  /** What is wrong with the arrival of a message, null: nothing. */
  @Nullable String fault(FixText message) {
    int msgSeqNum = message.number(MsgSeqNum.FIELD);
    if (msgSeqNum <= lastMsgSeqNum) {
      return "MsgSeqNum after " + lastMsgSeqNum;
    }
    lastMsgSeqNum = msgSeqNum;
    FixText first = known.get(key(message));
    if (first == null) {
      return null;
    }
    if (!message.get(PossResend.FIELD).equals("Y")) {
      return "a copy without PossResend of " + first;
    }
    return message.inAnyOrder().equals(first.inAnyOrder()) ? null : "a copy unlike " + first;
  }

  /** Notes a sound message; whether it is the first of its kind. */
  boolean isNew(FixText message) {
    boolean isNew = known.putIfAbsent(key(message), message) == null;
    again += isNew ? 0 : 1;
    return isNew;
  }

  private static String key(FixText message) {
    String msgType = message.get(MsgType.FIELD);
    if (!msgType.equals(MsgType.EXECUTION_REPORT)) {
      return msgType + ' ' + message.get(ClOrdID.FIELD);
    }
    return message.get(ExecType.FIELD).charAt(0) == ExecType.ORDER_STATUS
        ? "state " + message.get(OrdStatusReqID.FIELD)
        : EXEC_ID + message.get(ExecID.FIELD);
  }

  /** ExecIDs so far. */
  List<String> execIds() {
    return known.keySet().stream().filter(key -> key.startsWith(EXEC_ID)).toList();
  }

  /** Messages that tell something for the first time. */
  int first() {
    return known.size();
  }

  /** Messages that came again. */
  int again() {
    return again;
  }
}
