package org.bourse.exchange.event;

/** What an EngineNotice tells. */
public enum NoticeKind {
  /** An instrument was defined or redefined: subjectId is its id, detail its symbol. */
  INSTRUMENT_DEFINED(1),
  /** A session was defined: subjectId is its id, detail its name. */
  SESSION_DEFINED(2),
  /** A run began: detail is the engine's version. */
  ENGINE_STARTED(3),
  /** The command made no sense, and nothing was changed by it. */
  COMMAND_NOT_USABLE(4),
  /** The request had been handled already, under the same MsgSeqNum of the same epoch. */
  REPEATED(5);

  private final short code;

  NoticeKind(int code) {
    this.code = (short) code;
  }

  /** The value in the event. */
  public short code() {
    return code;
  }
}
