package org.bourse.exchange.fix;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import quickfix.UtcTimestampPrecision;
import quickfix.field.MsgType;

/**
 * Has QuickFIX/J fill a range of numbers to its end, for a client that asks for it. It fills what
 * lies between two messages that are kept. Behind the last one, where that is a Heartbeat or the
 * like, it begins the GapFill at the first number of the range again, which the client has by then:
 * so the client would wait for the rest forever. A Heartbeat in the place of the range's last
 * message, which QuickFIX/J never sends again but fills, leaves nothing behind the last one.
 */
final class RangeEnd {
  private final CompIds compIds;

  RangeEnd(CompIds compIds) {
    this.compIds = compIds;
  }

  /**
   * Adds the Heartbeat, where the last message is not kept.
   *
   * @param found what is kept of the range, by number
   */
  void close(List<String> found, int first, int last) {
    boolean isKept =
        !found.isEmpty() && MessageFrame.msgSeqNum(found.get(found.size() - 1)) == last;
    if (first <= last && !isKept) {
      found.add(heartbeat(last));
    }
  }

  private String heartbeat(int msgSeqNum) {
    String now = SendingTimes.text(LocalDateTime.now(ZoneOffset.UTC), UtcTimestampPrecision.MILLIS);
    return new FixFrame()
        .frame(MsgType.HEARTBEAT, msgSeqNum, compIds, now, 0, false, new FixWriter())
        .toString();
  }
}
