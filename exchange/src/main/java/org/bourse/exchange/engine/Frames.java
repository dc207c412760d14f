package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.CancelOrderDecoder;
import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.command.codec.DefineInstrumentDecoder;
import org.bourse.exchange.command.codec.DefineLimitsDecoder;
import org.bourse.exchange.command.codec.DefineSessionDecoder;
import org.bourse.exchange.command.codec.InquiryDecoder;
import org.bourse.exchange.command.codec.MassCancelDecoder;
import org.bourse.exchange.command.codec.MassStatusDecoder;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.command.codec.NewOrderDecoder;
import org.bourse.exchange.command.codec.QueryOrderDecoder;
import org.bourse.exchange.command.codec.RefusedDecoder;
import org.bourse.exchange.command.codec.ReplaceOrderDecoder;
import org.bourse.exchange.command.codec.StartEngineDecoder;

/** Tells whether bytes are a whole command, before anything is read from them. */
final class Frames {
  private static final int NULL_LENGTH = 255;

  private final MessageHeaderDecoder header = new MessageHeaderDecoder();

  /**
   * The template of a command that fills its bytes exactly, block and texts, as this version of the
   * schema has it; 0 for all else.
   */
  int templateOf(DirectBuffer buffer, int offset, int length) {
    if (length < MessageHeaderDecoder.ENCODED_LENGTH) {
      return 0;
    }
    header.wrap(buffer, offset);
    if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID
        || header.version() != MessageHeaderDecoder.SCHEMA_VERSION) {
      return 0;
    }
    int template = header.templateId();
    int texts = texts(template);
    if (texts < 0 || header.blockLength() != blockLength(template)) {
      return 0;
    }
    int end = offset + length;
    int at = offset + MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
    for (int i = 0; i < texts; i++) {
      if (at >= end) {
        return 0;
      }
      int textLength = buffer.getByte(at) & 0xFF;
      if (textLength == NULL_LENGTH) {
        return 0;
      }
      at += 1 + textLength;
    }
    return at == end ? template : 0;
  }

  private static int texts(int template) {
    return switch (template) {
      case NewOrderDecoder.TEMPLATE_ID -> 2;
      case ReplaceOrderDecoder.TEMPLATE_ID -> 3;
      case CancelOrderDecoder.TEMPLATE_ID -> 2;
      case QueryOrderDecoder.TEMPLATE_ID -> 3;
      case MassCancelDecoder.TEMPLATE_ID -> 2;
      case MassStatusDecoder.TEMPLATE_ID -> 2;
      case InquiryDecoder.TEMPLATE_ID -> 3;
      case DefineLimitsDecoder.TEMPLATE_ID -> 0;
      case ControlDecoder.TEMPLATE_ID -> 2;
      case RefusedDecoder.TEMPLATE_ID -> 8;
      case DefineInstrumentDecoder.TEMPLATE_ID -> 1;
      case DefineSessionDecoder.TEMPLATE_ID -> 2;
      case StartEngineDecoder.TEMPLATE_ID -> 0;
      default -> -1;
    };
  }

  private static int blockLength(int template) {
    return switch (template) {
      case NewOrderDecoder.TEMPLATE_ID -> NewOrderDecoder.BLOCK_LENGTH;
      case ReplaceOrderDecoder.TEMPLATE_ID -> ReplaceOrderDecoder.BLOCK_LENGTH;
      case CancelOrderDecoder.TEMPLATE_ID -> CancelOrderDecoder.BLOCK_LENGTH;
      case QueryOrderDecoder.TEMPLATE_ID -> QueryOrderDecoder.BLOCK_LENGTH;
      case MassCancelDecoder.TEMPLATE_ID -> MassCancelDecoder.BLOCK_LENGTH;
      case MassStatusDecoder.TEMPLATE_ID -> MassStatusDecoder.BLOCK_LENGTH;
      case InquiryDecoder.TEMPLATE_ID -> InquiryDecoder.BLOCK_LENGTH;
      case DefineLimitsDecoder.TEMPLATE_ID -> DefineLimitsDecoder.BLOCK_LENGTH;
      case ControlDecoder.TEMPLATE_ID -> ControlDecoder.BLOCK_LENGTH;
      case RefusedDecoder.TEMPLATE_ID -> RefusedDecoder.BLOCK_LENGTH;
      case DefineInstrumentDecoder.TEMPLATE_ID -> DefineInstrumentDecoder.BLOCK_LENGTH;
      case DefineSessionDecoder.TEMPLATE_ID -> DefineSessionDecoder.BLOCK_LENGTH;
      default -> StartEngineDecoder.BLOCK_LENGTH;
    };
  }
}
