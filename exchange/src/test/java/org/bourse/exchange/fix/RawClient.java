package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.Message;

/**
 * A FIX client on a bare socket: it sends whatever it is told, and holds each message that it gets
 * against the FIX 4.4 dictionary. It answers nothing by itself.
 */
final class RawClient implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
  private static final int PATIENCE_MILLIS = 10_000;
  private static final DataDictionary DICTIONARY = dictionary();

  private final Socket socket;
  private final InputStream in;
  private final String compId;
  private int nextOut = 1;

  private RawClient(Socket socket, String compId) throws IOException {
    this.socket = socket;
    this.compId = compId;
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Connects, and says nothing yet. */
  static RawClient connect(int port, String compId) throws IOException {
    return over(new Socket(InetAddress.getLoopbackAddress(), port), compId);
  }

  /** As {@link #connect}, from an address of this machine's to the same. */
  static RawClient connectFrom(String address, int port, String compId) throws IOException {
    InetAddress at = InetAddress.getByName(address);
    InetAddress to = at.isLoopbackAddress() ? InetAddress.getLoopbackAddress() : at;
    return over(new Socket(to, port, at, 0), compId);
  }

  /** A client on a socket that is connected. */
  static RawClient over(Socket socket, String compId) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    return new RawClient(socket, compId);
  }

  /** Connects and logs on with number 1. */
  static RawClient loggedOn(int port, String compId) throws Exception {
    return loggedOn(port, compId, 1);
  }

  /** Connects and logs on with a number of the caller's. */
  static RawClient loggedOn(int port, String compId, int msgSeqNum) throws Exception {
    RawClient client = connect(port, compId).from(msgSeqNum);
    FixText answer = client.ask("35=A|98=0|108=30");
    if (!answer.get(35).equals("A")) {
      throw new IllegalStateException("no logon: " + answer);
    }
    return client;
  }

  /** SendingTime(52) of a message of now. */
  static String now() {
    return TIME.format(Instant.now());
  }

  /** Waits for messages as long as the connection lasts. */
  RawClient withoutTimeout() throws IOException {
    socket.setSoTimeout(0);
    return this;
  }

  /** Goes on with another number. */
  RawClient from(int msgSeqNum) {
    nextOut = msgSeqNum;
    return this;
  }

  /** The number that the next message gets. */
  int nextOut() {
    return nextOut;
  }

  /** Sends a message: MsgType first, then the body's fields, parted by bars. */
  void send(String message) throws IOException {
    sendAs(nextOut++, message, "");
  }

  /** Sends a message under a number of the caller's, with more header fields. */
  void sendAs(int msgSeqNum, String message, String header) throws IOException {
    sendBytes(WireText.framed(fields(msgSeqNum, message, header)));
  }

  /** All fields between BodyLength and CheckSum. */
  String fields(int msgSeqNum, String message, String header) {
    int typeEnd = message.indexOf('|') < 0 ? message.length() : message.indexOf('|');
    return message.substring(0, typeEnd)
        + "|34="
        + msgSeqNum
        + "|49="
        + compId
        + "|52="
        + now()
        + "|56=BOURSE"
        + header
        + message.substring(typeEnd);
  }

  void sendBytes(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends a message and waits for what comes next. */
  FixText ask(String message) throws Exception {
    send(message);
    return receive();
  }

  /** Waits for the next message. */
  FixText receive() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int fieldStart = 0;
    while (true) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("the connection ended after '" + bytes.toString(ISO_8859_1) + "'");
      }
      bytes.write(b);
      if (b == 1) {
        String soFar = bytes.toString(ISO_8859_1);
        if (soFar.startsWith("10=", fieldStart)) {
          DICTIONARY.validate(new Message(soFar, DICTIONARY, true));
          return FixText.of(soFar);
        }
        fieldStart = soFar.length();
      }
    }
  }

  /** Proves that nothing is on its way: the answer to a TestRequest is what comes next. */
  void expectSilence() throws Exception {
    String id = "silence-" + nextOut;
    FixText answer = ask("35=1|112=" + id);
    if (!answer.only(35, 112).equals("35=0|112=" + id)) {
      throw new AssertionError("expected nothing, but got " + answer);
    }
  }

  /**
   * Everything that the exchange has told by now and was not received yet: a question goes the same
   * way as orders do, and its answer comes behind theirs.
   */
  List<FixText> reports() throws Exception {
    String id = "reports-" + nextOut;
    List<FixText> reports = new ArrayList<>();
    FixText next = ask("35=H|11=" + id + "|55=ABC|54=1|790=" + id);
    while (!next.get(790).equals(id)) {
      reports.add(next);
      next = receive();
    }
    return reports;
  }

  /** Logs out, and closes the connection when that is confirmed. */
  void logOut() throws Exception {
    FixText answer = ask("35=5");
    if (!answer.get(35).equals("5")) {
      throw new IllegalStateException("no logout: " + answer);
    }
    if (!isDropped()) {
      throw new IllegalStateException("still connected after " + answer);
    }
    close();
  }

  /**
   * Ends the connection as a client does that is gone all of a sudden: what it was sent is lost.
   */
  void vanish() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Whether the other side ends the connection without a further word. */
  boolean isDropped() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static DataDictionary dictionary() {
    try {
      return new DataDictionary("FIX44.xml");
    } catch (ConfigError e) {
      throw new IllegalStateException(e);
    }
  }
}
