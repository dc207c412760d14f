package org.bourse.exchange.fix;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import quickfix.Field;
import quickfix.FieldException;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.StringField;
import quickfix.UtcTimestampPrecision;
import quickfix.field.MsgSeqNum;
import quickfix.field.OrigSendingTime;
import quickfix.field.PossDupFlag;
import quickfix.field.SenderCompID;
import quickfix.field.SendingTime;
import quickfix.field.TargetCompID;

/**
 * Stands for a message that the dictionary does not allow, on its way through the session: it has
 * the message's header, with what the session could not read there made good, and no body. So the
 * message takes its turn like any other, and its fault is told when the turn comes.
 */
final class FaultyMessage extends Message {
  private static final long serialVersionUID = 1;

  private final FieldException fault;
  private final boolean refused;

  private FaultyMessage(FieldException fault, boolean refused) {
    this.fault = fault;
    this.refused = refused;
  }

  /**
   * Stands in for a message.
   *
   * @param refused whether a request with the fault is refused as such; else the session deals with
   *     the fault as an error
   * @return null where the message has no MsgSeqNum, so that it has no turn
   */
  static @Nullable FaultyMessage of(
      Message message, SessionID session, FieldException fault, boolean refused) {
    String msgSeqNum = value(message, MsgSeqNum.FIELD);
    if (!isWhole(msgSeqNum)) {
      return null;
    }
    FaultyMessage faulty = new FaultyMessage(fault, refused);
    Header header = faulty.getHeader();
    for (Iterator<Field<?>> fields = message.getHeader().iterator(); fields.hasNext(); ) {
      Field<?> field = fields.next();
      String value = String.valueOf(field.getObject());
      if (!value.isEmpty()) {
        header.setField(new StringField(field.getTag(), value));
      }
    }
    header.setString(MsgSeqNum.FIELD, msgSeqNum);
    header.setString(PossDupFlag.FIELD, value(message, PossDupFlag.FIELD));
    faulty.completeCompIds(session);
    faulty.completeTimes();
    return faulty;
  }

  FieldException fault() {
    return fault;
  }

  boolean isRefused() {
    return refused;
  }

  /** As the header has it, or, where reading ended before, the message's text; empty: nowhere. */
  private static String value(Message message, int tag) {
    if (message.getHeader().isSetField(tag)) {
      return message.getHeader().getOptionalString(tag).orElse("");
    }
    @Nullable String text = message.toRawString();
    return text == null ? "" : RawField.value(text, tag);
  }

  private static boolean isWhole(String number) {
    return !number.isEmpty()
        && number.length() <= 9
        && number.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void completeCompIds(SessionID session) {
    if (!getHeader().isSetField(SenderCompID.FIELD)) {
      getHeader().setString(SenderCompID.FIELD, session.getTargetCompID());
    }
    if (!getHeader().isSetField(TargetCompID.FIELD)) {
      getHeader().setString(TargetCompID.FIELD, session.getSenderCompID());
    }
  }

  private void completeTimes() {
    Header header = getHeader();
    if (!header.getOptionalString(PossDupFlag.FIELD).orElse("").equals("Y")) {
      header.removeField(PossDupFlag.FIELD);
    }
    if (!isTime(SendingTime.FIELD)) {
      header.setUtcTimeStamp(
          SendingTime.FIELD, LocalDateTime.now(ZoneOffset.UTC), UtcTimestampPrecision.MILLIS);
    }
    if (!isTime(OrigSendingTime.FIELD)) {
      header.setString(
          OrigSendingTime.FIELD, header.getOptionalString(SendingTime.FIELD).orElse(""));
    }
  }

  private boolean isTime(int tag) {
    try {
      getHeader().getUtcTimeStamp(tag);
      return true;
    } catch (FieldNotFound | FieldException e) {
      return false;
    }
  }
}
