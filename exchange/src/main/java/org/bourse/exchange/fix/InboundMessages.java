package org.bourse.exchange.fix;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;
import quickfix.MessageFactory;
import quickfix.field.MsgType;

/**
 * Makes the messages that clients' bytes are read into: order messages with a SendingTime that
 * costs little to read.
 */
final class InboundMessages implements MessageFactory {
  private final MessageFactory stock = new DefaultMessageFactory();

  @Override
  public Message create(String beginString, String msgType) {
    if (!FieldChecks.isOrder(msgType)) {
      return stock.create(beginString, msgType);
    }
    Message message = new OrderMessage();
    message.getHeader().setString(MsgType.FIELD, msgType);
    return message;
  }

  @Override
  public Group create(String beginString, String msgType, int correspondingFieldID) {
    return stock.create(beginString, msgType, correspondingFieldID);
  }

  private static final class OrderMessage extends Message {
    private static final long serialVersionUID = 1;

    @Override
    protected Header newHeader() {
      return new OrderHeader();
    }
  }

  private static final class OrderHeader extends Message.Header {
    private static final long serialVersionUID = 1;

    @Override
    public LocalDateTime getUtcTimeStamp(int field) throws FieldNotFound {
      @Nullable LocalDateTime time = SendingTimes.read(getString(field));
      return time == null ? super.getUtcTimeStamp(field) : time;
    }
  }
}
