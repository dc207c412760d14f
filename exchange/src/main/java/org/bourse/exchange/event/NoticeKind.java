package org.bourse.exchange.event;

/** What an {@link EngineNotice} says. The codes are in events' bytes: never give one twice. */
public enum NoticeKind {
  /** An instrument was defined or changed; the detail is its symbol. */
  INSTRUMENT_DEFINED(1),
  /** A session was defined; the detail is its name. */
  SESSION_DEFINED(2),
  /** A run of the engine began; the detail is its version. */
  ENGINE_STARTED(3),
  /** The command's bytes or its content made no sense; nothing was changed. */
  COMMAND_NOT_USABLE(4),
  /** A request with this number had been handled before; nothing was changed. */
  REPEATED(5),
  /** What a participant may do was defined; the detail is its name. */
  LIMITS_DEFINED(6),
  /** A notice to all: the detail. */
  NEWS(7),
  /** The business clock was set; the detail is how far from the real one it is, in nanoseconds. */
  CLOCK_SET(8);

  private final byte code;

  NoticeKind(int code) {
    this.code = (byte) code;
  }

  /** The value of the event's field. */
  public byte code() {
    return code;
  }

  /**
   * The kind that has this code.
   *
   * @throws IllegalArgumentException if none has
   */
  public static NoticeKind of(int code) {
    for (NoticeKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown kind of notice " + code);
  }
}
