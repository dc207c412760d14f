package org.bourse.exchange.fix;

import static org.bourse.exchange.fix.FixFrame.SOH;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quickfix.field.MsgSeqNum;

/** Whether a message that was sent is whole: its length, its checksum and its number. */
final class MessageFrame {
  private static final String BEGIN = "8=" + FixFrame.BEGIN_STRING + SOH + "9=";
  private static final String NUMBER = SOH + "" + MsgSeqNum.FIELD + "=";
  private static final int TRAILER = "10=000|".length();
  private static final int MODULUS = 256;

  private MessageFrame() {}

  /** What is wrong with a message; null where nothing is. */
  static @Nullable String fault(String message, int msgSeqNum) {
    int lengthEnd = message.indexOf(SOH, BEGIN.length());
    int trailer = message.length() - TRAILER;
    if (!message.startsWith(BEGIN) || lengthEnd < 0 || trailer <= lengthEnd) {
      return "it is no message of FIX 4.4";
    }
    String bodyLength = message.substring(BEGIN.length(), lengthEnd);
    if (!bodyLength.equals(String.valueOf(trailer - lengthEnd - 1))) {
      return "BodyLength(9) is " + bodyLength + ", not " + (trailer - lengthEnd - 1);
    }
    if (!message.endsWith(trailer(message, trailer))) {
      return "CheckSum(10) does not fit";
    }
    return message.contains(NUMBER + msgSeqNum + SOH) ? null : "MsgSeqNum(34) is not " + msgSeqNum;
  }

  /** MsgSeqNum(34) of a whole message. */
  static int msgSeqNum(String message) {
    int at = message.indexOf(NUMBER) + NUMBER.length();
    return Integer.parseInt(message, at, message.indexOf(SOH, at), 10);
  }

  /** CheckSum(10), as a message must have it behind its first so many characters. */
  static String trailer(String message, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += message.charAt(i);
    }
    return String.format(Locale.ROOT, "10=%03d%c", sum % MODULUS, SOH);
  }
}
