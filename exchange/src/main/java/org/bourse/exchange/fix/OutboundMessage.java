package org.bourse.exchange.fix;

import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.UtcTimestampPrecision;
import quickfix.field.LastMsgSeqNumProcessed;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;

/**
 * A message whose body has been written already. QuickFIX/J's session gives it a MsgSeqNum and a
 * SendingTime, as it does for any message, and takes its bytes; nothing goes through a field map.
 * One is reused for all that a thread sends.
 */
final class OutboundMessage extends Message {
  private static final long serialVersionUID = 1;

  /** What the session fills in. */
  private static final class ReusedHeader extends Header {
    private static final long serialVersionUID = 1;

    private String msgType = "";
    private int msgSeqNum;
    private int lastProcessed;
    private String sendingTime = "";

    @Override
    public void setString(int field, String value) {
      // CompIDs and sub ids come from the session's id, written once
    }

    @Override
    public void setInt(int field, int value) {
      if (field == MsgSeqNum.FIELD) {
        msgSeqNum = value;
      } else if (field == LastMsgSeqNumProcessed.FIELD) {
        lastProcessed = value;
      }
    }

    @Override
    public int getInt(int field) {
      return field == MsgSeqNum.FIELD ? msgSeqNum : lastProcessed;
    }

    @Override
    public void setUtcTimeStamp(int field, LocalDateTime value, UtcTimestampPrecision precision) {
      sendingTime = SendingTimes.text(value, precision);
    }

    @Override
    public String getString(int field) {
      return msgType;
    }

    @Override
    public boolean isSetField(int field) {
      return field == MsgType.FIELD;
    }

    @Override
    public void removeField(int field) {
      // holds no field that a session would take out
    }
  }

  private final transient FixFrame frame = new FixFrame();
  private transient FixWriter body = new FixWriter();
  private transient CompIds compIds = new CompIds(new FixWriter(), new FixWriter());
  private transient Runnable whenNumbered = () -> {};
  private transient @Nullable Consumer<FixWriter> way;
  private boolean possResend;

  OutboundMessage() {}

  /**
   * Fills the message.
   *
   * @param mayBeKnown PossResend(97)
   * @param numbered called when the message has its number and is about to be stored, with the
   *     session's sender lock held
   */
  void fill(
      String msgType,
      CompIds sessionCompIds,
      FixWriter messageBody,
      boolean mayBeKnown,
      Runnable numbered) {
    reusedHeader().msgType = msgType;
    reusedHeader().lastProcessed = 0;
    compIds = sessionCompIds;
    body = messageBody;
    possResend = mayBeKnown;
    whenNumbered = numbered;
    way = null;
  }

  /**
   * Has the next message go its own way, as bytes: QuickFIX/J then numbers it and has nothing to
   * write. To be called after {@link #fill}.
   *
   * @param taker takes the whole message, good until the next, with the session's sender lock held
   */
  void goBy(Consumer<FixWriter> taker) {
    way = taker;
  }

  @Override
  protected Header newHeader() {
    return new ReusedHeader();
  }

  private ReusedHeader reusedHeader() {
    return (ReusedHeader) header;
  }

  @Override
  public boolean isAdmin() {
    return reusedHeader().msgType.equals(MsgType.REJECT);
  }

  /**
   * The whole message, empty where it goes its own way. Called once a send, by the session that has
   * just numbered it.
   */
  @Override
  public String toString() {
    whenNumbered.run();
    ReusedHeader filled = reusedHeader();
    FixWriter whole =
        frame.frame(
            filled.msgType,
            filled.msgSeqNum,
            compIds,
            filled.sendingTime,
            filled.lastProcessed,
            possResend,
            body);
    if (way == null) {
      return whole.toString();
    }
    way.accept(whole);
    return "";
  }
}
