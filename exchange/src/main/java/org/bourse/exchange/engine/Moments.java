package org.bourse.exchange.engine;

import java.util.Arrays;

/** OrderIDs by a moment each, the earliest first: a heap that allocates only to grow. */
final class Moments {
  static final long NEVER = Long.MAX_VALUE;

  private long[] times = new long[64];
  private long[] orderIds = new long[64];
  private int size;

  /** The earliest moment, NEVER: there is none. */
  long first() {
    return size == 0 ? NEVER : times[0];
  }

  void add(long time, long orderId) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      orderIds = Arrays.copyOf(orderIds, 2 * size);
    }
    int at = size++;
    while (at > 0 && isBefore(time, orderId, (at - 1) / 2)) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    put(at, time, orderId);
  }

  /** Takes out what has the earliest moment, of those the lowest OrderID. */
  long remove() {
    long first = orderIds[0];
    size--;
    long time = times[size];
    long orderId = orderIds[size];
    int at = 0;
    for (int next = earlierChild(at); next < size; next = earlierChild(at)) {
      if (isBefore(time, orderId, next)) {
        break;
      }
      move(next, at);
      at = next;
    }
    put(at, time, orderId);
    return first;
  }

  private int earlierChild(int at) {
    int left = 2 * at + 1;
    int right = left + 1;
    return right < size && isBefore(times[right], orderIds[right], left) ? right : left;
  }

  private boolean isBefore(long time, long orderId, int other) {
    return time != times[other] ? time < times[other] : orderId < orderIds[other];
  }

  private void move(int from, int to) {
    put(to, times[from], orderIds[from]);
  }

  private void put(int at, long time, long orderId) {
    times[at] = time;
    orderIds[at] = orderId;
  }
}
