package org.bourse.exchange.engine;

import java.io.IOException;

/**
 * Which requests an operator has something done with, and what.
 *
 * @param msgType MsgType(35)
 * @param sessionId -1: of all sessions
 * @param instrumentId -1: for all instruments
 * @param delay how much later they are handled, nanoseconds; 0: it is no delay
 * @param code of a refusal
 * @param text of a refusal
 */
record RequestRule(
    byte msgType, int sessionId, int instrumentId, long delay, short code, String text) {

  boolean fits(byte type, Request request) {
    return msgType == type
        && (sessionId < 0 || sessionId == request.sessionId)
        && (instrumentId < 0 || instrumentId == request.instrumentId);
  }

  boolean isSameScope(RequestRule other) {
    return msgType == other.msgType
        && sessionId == other.sessionId
        && instrumentId == other.instrumentId;
  }

  void save(StateWriter to) throws IOException {
    to.writeInt(msgType);
    to.writeInt(sessionId);
    to.writeInt(instrumentId);
    to.writeLong(delay);
    to.writeInt(code);
    to.writeText(text);
  }

  static RequestRule load(StateReader from) throws IOException {
    return new RequestRule(
        (byte) from.readInt(),
        from.readInt(),
        from.readInt(),
        from.readLong(),
        (short) from.readInt(),
        from.readText());
  }
}
