package org.bourse.exchange.fix;

import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.bourse.exchange.access.Attempt;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.field.BeginString;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.SenderCompID;
import quickfix.field.SenderLocationID;
import quickfix.field.SenderSubID;
import quickfix.field.SendingTime;
import quickfix.field.TargetCompID;
import quickfix.field.TargetLocationID;
import quickfix.field.TargetSubID;
import quickfix.field.Text;

/** What a Logon says of who sends it, and what one that is refused gets. */
final class LogonText {
  /** NewPassword, which FIX 4.4 itself has only in UserRequest. */
  static final int NEW_PASSWORD = 925;

  private static final int USERNAME = 553;
  private static final int PASSWORD = 554;
  private static final Pattern SECRET = Pattern.compile("(\u0001(554|925)=)[^\u0001]*");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private LogonText() {}

  /** The attempt that a Logon is. */
  static Attempt attempt(String logon, InetAddress from) {
    return new Attempt(
        value(logon, USERNAME), value(logon, PASSWORD), value(logon, NEW_PASSWORD), from);
  }

  /** A field's value, null where it is not there or empty. */
  private static @Nullable String value(String text, int tag) {
    String value = RawField.value(text, tag);
    return value.isEmpty() ? null : value;
  }

  /** A text that may hold a message, without the passwords in it. */
  static String masked(String text) {
    return SECRET.matcher(text).replaceAll("$1***");
  }

  /**
   * The Logout of one who is not let in. Its number is 0: it belongs to no session, so it must be
   * none that a client expects, and none of the session's is used up.
   */
  static String logout(SessionID session, String text) {
    Message message = new Message();
    Message.Header header = message.getHeader();
    header.setString(BeginString.FIELD, session.getBeginString());
    header.setString(MsgType.FIELD, MsgType.LOGOUT);
    header.setString(MsgSeqNum.FIELD, "0");
    header.setString(SendingTime.FIELD, TIME.format(Instant.now()));
    set(header, SenderCompID.FIELD, session.getSenderCompID());
    set(header, SenderSubID.FIELD, session.getSenderSubID());
    set(header, SenderLocationID.FIELD, session.getSenderLocationID());
    set(header, TargetCompID.FIELD, session.getTargetCompID());
    set(header, TargetSubID.FIELD, session.getTargetSubID());
    set(header, TargetLocationID.FIELD, session.getTargetLocationID());
    message.setString(Text.FIELD, text);
    return message.toString();
  }

  private static void set(Message.Header header, int tag, String value) {
    if (!value.isEmpty()) {
      header.setString(tag, value);
    }
  }
}
