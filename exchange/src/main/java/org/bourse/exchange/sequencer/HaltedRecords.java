package org.bourse.exchange.sequencer;

import java.util.List;
import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.command.codec.NewOrderDecoder;
import org.bourse.exchange.command.codec.RefusedDecoder;
import org.bourse.exchange.engine.EngineDirectory;
import org.bourse.exchange.engine.MatchingEngine;

/** Tells the journal's records whose requests were refused because it could not be written. */
final class HaltedRecords {
  private final Recovery.RefusedRequests refused;
  private final boolean any;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final NewOrderDecoder request = new NewOrderDecoder();
  private List<EngineDirectory.SessionAs> sessions = List.of();

  HaltedRecords(Recovery.RefusedRequests refused) {
    this.refused = refused;
    any = refused.any();
  }

  /** Every request begins with session, epoch and MsgSeqNum, so one decoder reads them all. */
  boolean contains(DirectBuffer buffer, int offset, int length, MatchingEngine engine) {
    if (!any || length < MessageHeaderDecoder.ENCODED_LENGTH) {
      return false;
    }
    header.wrap(buffer, offset);
    if (header.templateId() > RefusedDecoder.TEMPLATE_ID) {
      return false;
    }
    request.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), 1);
    int sessionId = request.sessionId();
    if (sessionId >= sessions.size()) {
      sessions = engine.directory().sessions();
    }
    return sessionId >= 0
        && sessionId < sessions.size()
        && refused.contains(sessions.get(sessionId).name(), request.epoch(), request.msgSeqNum());
  }
}
