package org.bourse.exchange.fix;

import static org.bourse.exchange.fix.RequestFields.code;
import static org.bourse.exchange.fix.RequestFields.orEmpty;

import org.agrona.MutableDirectBuffer;
import org.bourse.exchange.command.codec.MessageHeaderEncoder;
import org.bourse.exchange.command.codec.RefusedEncoder;
import org.jspecify.annotations.Nullable;

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
  int write(RequestFields request, int sessionId, int epoch, EdgeRefusal refusal) {
    refused
        .wrapAndApplyHeader(buffer, 0, header)
        .sessionId(sessionId)
        .epoch(epoch)
        .msgSeqNum(request.msgSeqNum)
        .reason(refusal.reason())
        .refTagId(refusal.refTagId())
        .answer((byte) refusal.answer())
        .side(code(request.side))
        .ordType(code(request.ordType))
        .possResend((short) (request.possResend ? 1 : 0))
        .refMsgType(name(request.msgType))
        .clOrdId(name(request.clOrdId))
        .origClOrdId(name(request.origClOrdId))
        .symbol(name(request.symbol))
        .quantity(number(request.orderQty))
        .price(number(request.price))
        .account(name(request.account))
        .text(refusal.text());
    return MessageHeaderEncoder.ENCODED_LENGTH + refused.encodedLength();
  }

  /** A text that is too long to be a name is left out. */
  private static String name(@Nullable String text) {
    return text != null && text.length() <= FieldChecks.NAME_LENGTH ? text : "";
  }

  private static String number(@Nullable String text) {
    return Decimals.isNumber(orEmpty(text)) ? name(text) : "";
  }
}
