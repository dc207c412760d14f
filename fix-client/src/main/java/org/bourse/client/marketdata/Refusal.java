package org.bourse.client.marketdata;

import org.bourse.client.fix.Dictionary;
import quickfix.Message;
import quickfix.field.BusinessRejectReason;
import quickfix.field.MsgType;
import quickfix.field.SessionRejectReason;
import quickfix.field.Text;

/** Says why a request was refused, in one line. */
final class Refusal {

  private Refusal() {}

  /** Of a Reject(3) or BusinessMessageReject(j). */
  static String of(Message reject) {
    boolean session =
        MsgType.REJECT.equals(reject.getHeader().getOptionalString(MsgType.FIELD).orElse(""));
    int tag = session ? SessionRejectReason.FIELD : BusinessRejectReason.FIELD;
    return of(
        tag,
        reject.getOptionalString(tag).orElse(""),
        reject.getOptionalString(Text.FIELD).orElse(""));
  }

  /**
   * Reason and Text, as far as there are any.
   *
   * @param tag the field that holds the reason
   * @param code its value, empty for none
   * @param text Text(58), empty for none
   */
  static String of(int tag, String code, String text) {
    String meaning = code.isEmpty() ? null : Dictionary.fix44().meaning(tag, code);
    String reason = meaning != null ? meaning : code.isEmpty() ? "" : tag + "=" + code;
    String both = reason.isEmpty() || text.isEmpty() ? reason + text : reason + ": " + text;
    return both.isEmpty() ? "no reason given" : both;
  }
}
