package org.bourse.client.marketdata;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A FIX session towards BOURSE on a plain socket. What comes must be sound to the byte: BodyLength,
 * CheckSum, MsgSeqNum without a gap. One thread reads, any may send.
 */
final class RawSession implements AutoCloseable {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String compId;
  private final Socket socket;
  private final InputStream in;
  private int sent;
  private int received;

  /** Connects and sends a Logon that begins at 1. */
  RawSession(int port, String compId) throws IOException {
    this.compId = compId;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 256 * 1024);
    send("A", "98=0|108=60|141=Y|");
  }

  String compId() {
    return compId;
  }

  /** Sends a message; the body's fields end with | each. */
  synchronized void send(String type, String body) throws IOException {
    String head = "35=" + type + "|49=" + compId + "|56=BOURSE|34=" + ++sent;
    String rest = (head + "|52=" + TIME.format(Instant.now()) + "|" + body).replace('|', '\001');
    String counted = "8=FIX.4.4\0019=" + rest.length() + "\001" + rest;
    int sum = counted.chars().sum() % 256;
    String whole = counted + String.format(Locale.ROOT, "10=%03d\001", sum);
    socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * The next message, each field with its SOH; null once this session was closed.
   *
   * @throws IOException if it is not sound, or the other side has closed the connection
   */
  @Nullable String read() throws IOException {
    try {
      String begin = until('\001') + until('\001');
      if (!begin.startsWith("8=FIX.4.4\0019=")) {
        throw new IOException("not a message: " + begin);
      }
      byte[] body = bytes(Integer.parseInt(begin, 12, begin.length() - 1, 10));
      String sum = new String(bytes(7), StandardCharsets.ISO_8859_1);
      String whole = begin + new String(body, StandardCharsets.ISO_8859_1);
      if (!sum.equals(String.format(Locale.ROOT, "10=%03d\001", whole.chars().sum() % 256))) {
        throw new IOException("CheckSum or BodyLength: " + whole + sum);
      }
      if (Integer.parseInt(value(whole, 34)) != ++received) {
        throw new IOException("MsgSeqNum is not " + received + ": " + whole);
      }
      return whole;
    } catch (SocketException e) {
      if (socket.isClosed()) {
        return null;
      }
      throw e;
    }
  }

  private String until(char end) throws IOException {
    StringBuilder text = new StringBuilder(12);
    int next;
    do {
      next = in.read();
      if (next < 0) {
        throw new EOFException("closed by the other side");
      }
      text.append((char) next);
    } while (next != end);
    return text.toString();
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("closed within a message");
    }
    return bytes;
  }

  /** The value of the first field with this tag, empty where there is none. */
  static String value(String message, int tag) {
    String field = "\001" + tag + "=";
    int at = message.indexOf(field);
    return at < 0
        ? ""
        : message.substring(at + field.length(), message.indexOf('\001', at + field.length()));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
