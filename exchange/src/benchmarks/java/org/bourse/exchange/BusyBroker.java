package org.bourse.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A session that enters and cancels limit orders in all instruments of {@link WatchedVenue}: some
 * trade at once, the others rest, up to a number in each instrument. One thread at a time.
 */
final class BusyBroker implements AutoCloseable {
  private static final int KNOWN = 1 << 20; // orders; one that rests is not older
  private static final int RESTING = 50;
  private static final int MIDDLE = 10_000;
  private static final int FURTHEST = 30; // ticks from the middle
  private static final int NANOS_PER_SECOND = 1_000_000_000;
  private static final int WINDOWED = 1 << 12;

  private final SocketChannel channel;
  private final ServerMessages in = new ServerMessages();
  private final ClientMessages out;
  private final SplittableRandom random;
  private final int window;
  private final boolean[] isOver = new boolean[KNOWN];
  private final byte[] sides = new byte[KNOWN];
  private final long[] sentAt = new long[WINDOWED]; // 0: answered
  private final boolean[] isOrder = new boolean[WINDOWED];
  private final ArrayDeque<Integer>[] resting = queues();
  private int number;
  private int unanswered;
  private long fills;
  private long measureFrom;
  private long[] nanos = new long[1 << 16];
  private int measured;

  /**
   * Logs on with new numbers.
   *
   * @param window how many requests may be unanswered, at most 1,024
   */
  BusyBroker(int port, String compId, int window, long seed) throws IOException {
    this.window = window;
    random = new SplittableRandom(seed);
    channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    out = new ClientMessages(compId);
    out.begin("A").field(98, 0).field(108, 600).field(141, "Y").end();
    out.flush(channel);
    unanswered = 1;
    await(0);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static ArrayDeque<Integer>[] queues() {
    ArrayDeque<Integer>[] queues = new ArrayDeque[WatchedVenue.INSTRUMENTS];
    Arrays.setAll(queues, i -> new ArrayDeque<>());
    return queues;
  }

  /**
   * Trades until a time, and then until all is answered.
   *
   * @param from when the first order is sent whose time is measured, by the nano clock
   * @param perSecond requests, 0: as many as the window allows
   * @return how long each order's first report took, in nanoseconds
   */
  long[] trade(long from, long until, int perSecond) throws IOException {
    measureFrom = from;
    measured = 0;
    long began = System.nanoTime();
    for (long i = 0; System.nanoTime() - until < 0; ) {
      if (perSecond > 0) {
        long due = began + i * NANOS_PER_SECOND / perSecond;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        request();
        i++;
      }
      while (perSecond == 0 && unanswered < window) {
        request();
      }
      out.flush(channel);
      await(window - 1);
    }
    await(0);
    return Arrays.copyOf(nanos, measured);
  }

  private void request() {
    int instrument = random.nextInt(WatchedVenue.INSTRUMENTS);
    ArrayDeque<Integer> queue = resting[instrument];
    while (!queue.isEmpty() && isOver[queue.element() & KNOWN - 1]) {
      queue.remove();
    }
    if (queue.size() >= RESTING) {
      cancel(instrument, queue.remove());
    } else {
      order(instrument);
    }
  }

  private void order(int instrument) {
    int side = random.nextInt(2) == 0 ? 1 : -1;
    int away = random.nextInt(4) == 0 ? -2 : 1 + random.nextInt(FURTHEST);
    int order = next(true);
    isOver[order & KNOWN - 1] = false;
    sides[order & KNOWN - 1] = (byte) (side > 0 ? '1' : '2');
    resting[instrument].add(order);
    out.begin("D")
        .field(11, order)
        .field(55, WatchedVenue.symbol(instrument))
        .field(54, side > 0 ? 1 : 2)
        .time(60)
        .field(38, 1 + random.nextInt(30))
        .field(40, 2)
        .price(44, MIDDLE - (long) side * away)
        .field(59, 1)
        .end();
  }

  private void cancel(int instrument, int order) {
    out.begin("F")
        .field(41, order)
        .field(11, next(false))
        .field(55, WatchedVenue.symbol(instrument))
        .field(54, sides[order & KNOWN - 1] - '0')
        .time(60)
        .field(38, 1)
        .end();
  }

  private int next(boolean order) {
    unanswered++;
    number++;
    sentAt[number & WINDOWED - 1] = System.nanoTime();
    isOrder[number & WINDOWED - 1] = order;
    return number;
  }

  /** Reads until no more than so many answers are missing. */
  private void await(int most) throws IOException {
    while (unanswered > most) {
      in.read(channel);
      handle();
    }
  }

  private void handle() throws IOException {
    long now = System.nanoTime();
    while (in.nextMessage()) {
      in.nextField();
      switch (in.code()) {
        case '8', '9' -> report(now);
        case 'A' -> unanswered--;
        case '0' -> {
          // the exchange is there
        }
        default -> throw new IOException("unexpected: " + in.message());
      }
    }
  }

  private void report(long now) {
    int of = 0;
    int original = 0;
    byte status = 0;
    while (in.nextField()) {
      switch (in.tag()) {
        case 11 -> of = (int) in.number();
        case 41 -> original = (int) in.number();
        case 39 -> status = in.code();
        case 150 -> fills += in.code() == 'F' ? 1 : 0;
        default -> {
          // of no use here
        }
      }
    }
    if (status == '2' || status == '4') {
      isOver[(original == 0 ? of : original) & KNOWN - 1] = true;
    }
    answered(of, now);
  }

  private void answered(int of, long now) {
    int slot = of & WINDOWED - 1;
    if (number - of >= WINDOWED || sentAt[slot] == 0) {
      return;
    }
    if (isOrder[slot] && sentAt[slot] - measureFrom >= 0) {
      if (measured == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * measured);
      }
      nanos[measured++] = now - sentAt[slot];
    }
    sentAt[slot] = 0;
    unanswered--;
  }

  /** How many reports said that an order has traded, with those that are there unread. */
  long fills() throws IOException {
    channel.configureBlocking(false);
    while (in.read(channel) > 0) {
      handle();
    }
    channel.configureBlocking(true);
    return fills;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
