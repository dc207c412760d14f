package org.bourse.exchange.fix;

import org.agrona.MutableDirectBuffer;
import org.bourse.exchange.command.codec.MessageHeaderEncoder;
import org.bourse.exchange.command.codec.RefusedEncoder;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.Account;
import quickfix.field.ClOrdID;
import quickfix.field.OrdType;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.Symbol;

/**
 * Writes the command that takes a refused request's place, with as much of the request as its
 * answer repeats.
 */
final class RefusedWriter {
  private final MutableDirectBuffer buffer;
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final RefusedEncoder refused = new RefusedEncoder();

  RefusedWriter(MutableDirectBuffer buffer) {
    this.buffer = buffer;
  }

  /** Returns the command's length. */
  int write(
      Message message, String msgType, int sessionId, int epoch, int msgSeqNum, EdgeRefusal refusal)
      throws FieldNotFound {
    refused
        .wrapAndApplyHeader(buffer, 0, header)
        .sessionId(sessionId)
        .epoch(epoch)
        .msgSeqNum(msgSeqNum)
        .reason(refusal.reason())
        .refTagId(refusal.refTagId())
        .answer((byte) refusal.answer())
        .side(code(message, Side.FIELD))
        .ordType(code(message, OrdType.FIELD))
        .possResend(RequestTranslator.possResend(message))
        .refMsgType(name(msgType))
        .clOrdId(name(message, ClOrdID.FIELD))
        .origClOrdId(name(message, OrigClOrdID.FIELD))
        .symbol(name(message, Symbol.FIELD))
        .quantity(number(message, OrderQty.FIELD))
        .price(number(message, Price.FIELD))
        .account(name(message, Account.FIELD))
        .text(refusal.text());
    return MessageHeaderEncoder.ENCODED_LENGTH + refused.encodedLength();
  }

  private static byte code(FieldMap fields, int tag) throws FieldNotFound {
    String text = RequestTranslator.optional(fields, tag);
    return text.length() == 1 ? (byte) text.charAt(0) : 0;
  }

  /** A text that is too long to be a name is left out. */
  private static String name(FieldMap fields, int tag) throws FieldNotFound {
    return name(RequestTranslator.optional(fields, tag));
  }

  private static String name(String text) {
    return text.length() <= FieldChecks.NAME_LENGTH ? text : "";
  }

  private static String number(FieldMap fields, int tag) throws FieldNotFound {
    String text = name(fields, tag);
    return Decimals.isNumber(text) ? text : "";
  }
}
