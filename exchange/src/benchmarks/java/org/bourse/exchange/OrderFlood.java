package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.LockSupport;

/**
 * A FIX client of buys that rest, and of pairs of an order and its cancel. It counts reports and
 * looks no further. One thread.
 */
final class OrderFlood implements AutoCloseable {
  private static final int WINDOW = 1024;
  private static final int BATCH = 32;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long WAKE_UP_NANOS = 150_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS");

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private final String compId;
  private final StringBuilder batch = new StringBuilder();
  private String now = "";
  private int msgSeqNum = 1;
  private long unanswered;
  private int field;
  private boolean inTag = true;
  private boolean possResend;

  /**
   * Connects and logs on with new numbers.
   *
   * @param compId SenderCompID(49)
   */
  OrderFlood(int port, String compId) throws IOException {
    this.compId = compId;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    add("A", "98=0|108=60|141=Y|");
    unanswered++;
    flush();
    await(0);
  }

  /** Enters buys that rest, at many prices. */
  void rest(int orders, String prefix) throws IOException {
    for (int i = 0; i < orders; i++) {
      order(prefix + i, 1 + i % 5_000);
    }
    flush();
    await(0);
  }

  /** Enters orders and cancels each. */
  void enterAndCancel(int pairs, String prefix) throws IOException {
    for (int i = 0; i < pairs; i++) {
      String clOrdId = prefix + i;
      order(clOrdId, 1 + i % 5_000);
      cancel(clOrdId);
    }
    flush();
    await(0);
  }

  /**
   * Enters an order and cancels it, and so on, at a rate.
   *
   * @return how long after each request was due its answer was there, nanoseconds
   */
  long[] timed(int perSecond, int seconds, String prefix) throws IOException {
    long[] nanos = new long[perSecond * seconds];
    long began = System.nanoTime();
    for (int i = 0; i < nanos.length; i++) {
      long due = began + i * NANOS_PER_SECOND / perSecond;
      awaitTime(due);
      if (i % 2 == 0) {
        order(prefix + i, 1 + i % 5_000);
      } else {
        cancel(prefix + (i - 1));
      }
      flush();
      await(0);
      nanos[i] = System.nanoTime() - due;
    }
    return nanos;
  }

  /** Sleeps up to short before, and then looks at the clock, so as not to be late. */
  private static void awaitTime(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      if (left > WAKE_UP_NANOS) {
        LockSupport.parkNanos(left - WAKE_UP_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private void cancel(String clOrdId) throws IOException {
    request("F", "41=" + clOrdId + "|11=" + clOrdId + "x|55=TEST|54=1|60=" + now + "|38=10|");
  }

  private void order(String clOrdId, int ticks) throws IOException {
    String price = ticks / 100 + "." + (char) ('0' + ticks / 10 % 10) + (char) ('0' + ticks % 10);
    request(
        "D",
        "11=" + clOrdId + "|55=TEST|54=1|60=" + now + "|40=2|38=10|59=1|44=" + price + "|");
  }

  private void request(String msgType, String body) throws IOException {
    add(msgType, body);
    if (++unanswered % BATCH == 0) {
      flush();
      await(WINDOW);
    }
  }

  private void add(String msgType, String body) {
    if ((msgSeqNum & 0xFF) == 1) {
      now = LocalDateTime.now(ZoneOffset.UTC).format(TIME);
    }
    String head =
        "35=" + msgType + "|49=" + compId + "|56=BOURSE|34=" + msgSeqNum++ + "|52=" + now + "|";
    int from = batch.length();
    batch
        .append("8=FIX.4.4|9=")
        .append(head.length() + body.length())
        .append('|')
        .append(head)
        .append(body);
    int sum = 0;
    for (int i = from; i < batch.length(); i++) {
      if (batch.charAt(i) == '|') {
        batch.setCharAt(i, '\u0001');
      }
      sum += batch.charAt(i);
    }
    batch.append("10=").append(1000 + (sum & 0xFF)).deleteCharAt(batch.length() - 4).append('\u0001');
  }

  private void flush() throws IOException {
    out.write(batch.toString().getBytes(ISO_8859_1));
    batch.setLength(0);
  }

  /** Reads until no more than so many answers are missing. */
  private void await(int most) throws IOException {
    byte[] chunk = new byte[1 << 16];
    while (unanswered > most) {
      int length = in.read(chunk);
      if (length < 0) {
        throw new IOException(compId + ": the exchange has closed the connection");
      }
      for (int i = 0; i < length; i++) {
        count(chunk[i]);
      }
    }
  }

  /** A message ends with CheckSum(10). One with PossResend(97) is of an earlier connection. */
  private void count(byte next) {
    if (next == 1) {
      possResend |= field == 97;
      if (field == 10) {
        unanswered -= possResend ? 0 : 1;
        possResend = false;
      }
      field = 0;
      inTag = true;
    } else if (next == '=') {
      inTag = false;
    } else if (inTag) {
      field = field * 10 + next - '0';
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
