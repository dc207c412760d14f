package org.bourse.exchange.model;

import org.jspecify.annotations.Nullable;

/** What the venue may do of itself. Which fields of the command say something is told for each. */
public enum ControlKind {
  /** Switches: mask says which, code their values; see Profile. */
  PROFILE(1),
  /** Requests of msgType wait, of a session, an instrument, or all. */
  HOLD(2),
  /** So many (quantity, 0: all) held requests go on; all: nothing is held any more. */
  RELEASE(3),
  /** The next request of msgType is refused with code and text. */
  REJECT_NEXT(4),
  /** Requests of msgType are handled so much later (time), 0: at once. */
  DELAY(5),
  /** The venue itself trades quantity at price with orderId; code 1: elsewhere. */
  FILL(6),
  /** The trade with execId never was. */
  BUST(7),
  /** The trade with execId was at price (0: as it was) and of quantity (0: as it was). */
  CORRECT(8),
  /** An unsolicited cancel of orderId; code: ExecRestatementReason, -1: none. */
  CANCEL(9),
  /**
   * orderId has quantity (0: as it has) and price (0: as it has); code: the reason; 0, a split,
   * changes CumQty in the same proportion.
   */
  RESTATE(10),
  /** orderId is guaranteed (quantity at price, 0: none is told): OrdStatus Stopped. */
  STOP(11),
  /** orderId may not trade until it is restated: OrdStatus Suspended. */
  SUSPEND(12),
  /** A done orderId is calculated. */
  CALCULATED(13),
  /** orderId, or all of an instrument, is done for the day. */
  DONE_FOR_DAY(14),
  /** The instrument enters the phase in code. */
  PHASE(15),
  /** A halted instrument goes on as it was before. */
  RESUME(16),
  /** All instruments close and the day ends. */
  END_OF_DAY(17),
  /**
   * The next day begins; code: its date as yyyymmdd, not before the last's; 0: the one after it.
   */
  START_OF_DAY(18),
  /** The business clock is so far (time) from the real one; code 1: from what it was. */
  CLOCK(19),
  /** It is the time of this command: what is due is done. */
  TIME_PASSED(20),
  /** The session is gone: cancel what it wants canceled after a grace (time). */
  DISCONNECTED(21),
  /** The session is back; code 1: cancel its orders when it goes; time: the grace. */
  CONNECTED(22),
  /** The participant may enter nothing (code 1) or may again (0). */
  KILL_SWITCH(23),
  /**
   * Holds, delays and refusals to come are forgotten, held requests go on, all trade continuously.
   */
  RESET(24),
  /** A notice to all: text. */
  NEWS(25),
  /** The schedule whose number is code was followed up to a moment (time). */
  SCHEDULED(26),
  /** An order that nobody has sent is entered for the session: side in msgType. */
  ENTER(27),
  /** An orderId that was taken and has not traded is rejected after all; code, text: why. */
  REJECT(28);

  private static final ControlKind[] ALL = values();

  private final byte code;

  ControlKind(int code) {
    this.code = (byte) code;
  }

  /** In commands' and events' bytes: never given twice. */
  public byte code() {
    return code;
  }

  /** The one that has this code, null where none has. */
  public static @Nullable ControlKind of(int code) {
    for (ControlKind value : ALL) {
      if (value.code == code) {
        return value;
      }
    }
    return null;
  }
}
