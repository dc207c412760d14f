package org.bourse.exchange.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** MsgSeqNums as sessions give them, now and then with a gap, a reset, an old number or none. */
final class RandomNumbers {
  private final SplittableRandom random;
  private final Map<Integer, Numbered> last = new HashMap<>();

  /** A number within its epoch. */
  record Numbered(int epoch, int msgSeqNum) {}

  RandomNumbers(SplittableRandom random) {
    this.random = random;
  }

  Numbered next(int sessionId) {
    Numbered before = last.getOrDefault(sessionId, new Numbered(0, 0));
    int epoch = before.epoch();
    int number = before.msgSeqNum();
    return switch (random.nextInt(200)) {
      case 0 -> new Numbered(epoch, number);
      case 1 -> new Numbered(epoch, Math.max(1, number - random.nextInt(50)));
      case 2 -> new Numbered(epoch - 1, number + random.nextInt(1, 100));
      case 3 -> new Numbered(-1, random.nextInt(1, 1_000));
      case 4 -> new Numbered(epoch, -number);
      case 5 -> new Numbered(random.nextInt(-3, 3), Integer.MIN_VALUE);
      case 6, 7, 8, 9 -> new Numbered(random.nextInt(-3, 3), 0);
      case 10 -> keep(sessionId, epoch + random.nextInt(1, 3), 1);
      case 11, 12 -> keep(sessionId, epoch, number + random.nextInt(2, 9));
      default -> keep(sessionId, epoch, number + 1);
    };
  }

  private Numbered keep(int sessionId, int epoch, int number) {
    Numbered next = new Numbered(epoch, number);
    last.put(sessionId, next);
    return next;
  }
}
