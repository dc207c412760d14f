package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The request in hand: who asks, and its texts, each a view that is empty where the request has no
 * such text.
 */
final class Request {
  /** Longest ClOrdID(11), OrigClOrdID(41), OrdStatusReqID(790) and Account(1), in bytes. */
  static final int NAME_LENGTH = 64;

  private static final DirectBuffer NO_COMMAND = new UnsafeBuffer(0, 0);

  private DirectBuffer command = NO_COMMAND;
  private int commandOffset;
  private int commandLength;

  int sessionId;
  int participantId;
  int refSeqNum;
  int instrumentId;
  boolean possResend;
  byte side;
  byte ordType;
  byte timeInForce;
  long price;
  long quantity;
  long orderId;
  short reason;
  long stopPrice;
  long maxFloor;
  long minQuantity;
  long cashQuantity;
  long expireTime;
  int expireDate;
  int execInst;
  int selfTrade;
  long origOrdModTime;
  byte requestType;
  byte subscription;
  int kind;
  int subType;

  /** For an inquiry: what else its answer needs. */
  final UnsafeBuffer detail = new UnsafeBuffer(0, 0);

  final UnsafeBuffer clOrdId = new UnsafeBuffer(0, 0);
  final UnsafeBuffer origClOrdId = new UnsafeBuffer(0, 0);
  final UnsafeBuffer account = new UnsafeBuffer(0, 0);
  final UnsafeBuffer ordStatusReqId = new UnsafeBuffer(0, 0);
  final UnsafeBuffer symbol = new UnsafeBuffer(0, 0);
  final UnsafeBuffer quantityText = new UnsafeBuffer(0, 0);
  final UnsafeBuffer priceText = new UnsafeBuffer(0, 0);
  final UnsafeBuffer refMsgType = new UnsafeBuffer(0, 0);
  final UnsafeBuffer text = new UnsafeBuffer(0, 0);

  /** Where its command is. */
  void from(DirectBuffer buffer, int offset, int length) {
    command = buffer;
    commandOffset = offset;
    commandLength = length;
  }

  /** A copy of its command. */
  byte[] commandBytes() {
    byte[] bytes = new byte[commandLength];
    command.getBytes(commandOffset, bytes);
    return bytes;
  }

  /** Whether it asks for more than price and quantity. */
  boolean hasTerms() {
    return (stopPrice | maxFloor | minQuantity | cashQuantity | expireTime) != 0
        || (expireDate | execInst | selfTrade) != 0;
  }

  /** Forgets what the last request left. */
  void clear() {
    possResend = false;
    side = 0;
    ordType = 0;
    timeInForce = 0;
    price = 0;
    quantity = 0;
    orderId = 0;
    stopPrice = 0;
    maxFloor = 0;
    minQuantity = 0;
    cashQuantity = 0;
    expireTime = 0;
    expireDate = 0;
    execInst = 0;
    selfTrade = 0;
    origOrdModTime = 0;
    requestType = 0;
    subscription = 0;
    kind = 0;
    subType = 0;
    instrumentId = -1;
    origClOrdId.wrap(0, 0);
    account.wrap(0, 0);
    ordStatusReqId.wrap(0, 0);
    symbol.wrap(0, 0);
    quantityText.wrap(0, 0);
    priceText.wrap(0, 0);
    text.wrap(0, 0);
    detail.wrap(0, 0);
  }

  /** Whether the ClOrdID can name an order. */
  boolean hasUsableClOrdId() {
    return clOrdId.capacity() > 0 && clOrdId.capacity() <= NAME_LENGTH;
  }

  /** Whether every name of an order request is short enough to be kept. */
  boolean hasUsableNames() {
    return hasUsableClOrdId()
        && origClOrdId.capacity() <= NAME_LENGTH
        && account.capacity() <= NAME_LENGTH;
  }

  /** Whether the names of a status request are short enough to name anything. */
  boolean hasUsableQueryNames() {
    return clOrdId.capacity() <= NAME_LENGTH && ordStatusReqId.capacity() <= NAME_LENGTH;
  }
}
