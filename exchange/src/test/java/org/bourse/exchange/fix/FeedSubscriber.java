package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A subscriber to market data on a bare socket, which shares no code with the exchange or with
 * QuickFIX/J. It takes no message on trust: length, checksum and number, which fields stand where,
 * and that each entry fits the book that the entries before it have made.
 */
final class FeedSubscriber implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;
  private final String compId;
  private final Map<String, FeedBook> books = new TreeMap<>();
  private boolean byOrder;
  private int nextOut = 1;
  private int nextIn = 1;
  private long bytes;

  /** A field as it came. */
  record Field(int tag, String value) {}

  /** A message: its type, and its fields between the header and the trailer. */
  record Received(String type, List<Field> body) {
    String get(int tag) {
      return body.stream()
          .filter(field -> field.tag() == tag)
          .map(Field::value)
          .findFirst()
          .orElse("");
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("35=" + type);
      body.forEach(field -> text.append('|').append(field.tag()).append('=').append(field.value()));
      return text.toString();
    }
  }

  private FeedSubscriber(Socket socket, String compId) throws IOException {
    this.socket = socket;
    this.compId = compId;
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Logs on, with numbers that begin at 1. */
  static FeedSubscriber loggedOn(int port, String compId) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(1 << 16);
    socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(PATIENCE_MILLIS);
    FeedSubscriber subscriber = new FeedSubscriber(socket, compId);
    subscriber.send("A", "98=0|108=30|141=Y");
    require(subscriber.receive().type().equals("A"), "no logon");
    return subscriber;
  }

  /** Expects order by order. */
  FeedSubscriber byOrder() {
    byOrder = true;
    return this;
  }

  /** Sends a message: the fields between header and trailer, parted by bars. */
  void send(String type, String body) throws IOException {
    String fields =
        "35="
            + type
            + "|34="
            + nextOut++
            + "|49="
            + compId
            + "|52="
            + TIME.format(Instant.now())
            + "|56=BOURSE|"
            + body;
    socket.getOutputStream().write(WireText.framed(fields));
  }

  /** Waits for the next message that is not of the session alone, and answers the others. */
  Received next() throws IOException {
    while (true) {
      Received message = receive();
      switch (message.type()) {
        case "1" -> send("0", "112=" + message.get(112));
        case "0" -> {
          // the connection lives
        }
        default -> {
          apply(message);
          return message;
        }
      }
    }
  }

  /** Waits until all that the exchange had to say by now has come; returns it. */
  List<Received> all() throws IOException {
    List<Received> found = new ArrayList<>();
    String id = "all-" + nextOut;
    send("V", "262=" + id + "|263=0|264=1|267=1|269=0|146=1|55=BIG");
    while (true) {
      Received message = receive();
      if (message.get(262).equals(id)) {
        return found;
      }
      apply(message);
      found.add(message);
    }
  }

  /** Waits for the next message of the type, and gives it back. */
  Received next(String type) throws IOException {
    Received message = next();
    require(message.type().equals(type), "not " + type + " but " + message);
    return message;
  }

  /** How many bytes have come, without those around the bodies. */
  long bytes() {
    return bytes;
  }

  /** The book of an instrument, as it has been told. */
  FeedBook book(String symbol) {
    return books.computeIfAbsent(symbol, any -> new FeedBook(byOrder));
  }

  private void apply(Received message) {
    switch (message.type()) {
      case "W" -> {
        FeedMessage whole = FeedMessage.whole(message);
        book(whole.symbol()).whole(whole);
      }
      case "X" -> {
        FeedMessage update = FeedMessage.update(message);
        book(update.symbol()).update(update);
      }
      default -> {
        // of no book
      }
    }
  }

  private Received receive() throws IOException {
    List<Field> fields = new ArrayList<>();
    int sum = 0;
    int length = 0;
    while (true) {
      String field = field(fields);
      int equals = field.indexOf('=');
      Field parsed =
          new Field(Integer.parseInt(field.substring(0, equals)), field.substring(equals + 1));
      require(!parsed.value().isEmpty(), "an empty field");
      fields.add(parsed);
      if (parsed.tag() == 10) {
        require(parsed.value().equals(String.format("%03d", sum % 256)), "CheckSum");
        require(fields.get(1).equals(new Field(9, Integer.toString(length))), "BodyLength");
        bytes += length;
        return checked(fields);
      }
      sum += field.chars().sum() + 1;
      length += fields.size() > 2 ? field.length() + 1 : 0;
    }
  }

  private String field(List<Field> before) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b != 1; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ended after " + before.size() + " fields");
      }
      bytes.write(b);
    }
    return bytes.toString(ISO_8859_1);
  }

  private Received checked(List<Field> fields) {
    String type = fields.get(2).value();
    List<Integer> head = fields.subList(0, 7).stream().map(Field::tag).toList();
    boolean isFill = type.equals("4");
    require(isFill || head.equals(List.of(8, 9, 35, 34, 49, 52, 56)), "header " + head);
    int number = Integer.parseInt(fields.get(3).value());
    require(number == nextIn || isFill, "MsgSeqNum " + number + " is not " + nextIn);
    nextIn = isFill ? Math.max(nextIn, newNumber(fields)) : number + 1;
    return new Received(type, List.copyOf(fields.subList(7, fields.size() - 1)));
  }

  private static int newNumber(List<Field> fields) {
    return fields.stream()
        .filter(field -> field.tag() == 36)
        .mapToInt(field -> Integer.parseInt(field.value()))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the other side ends the connection. */
  boolean isDropped() throws IOException {
    try {
      while (in.read() >= 0) {
        // what was on its way
      }
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
