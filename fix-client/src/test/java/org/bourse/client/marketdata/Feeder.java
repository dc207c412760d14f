package org.bourse.client.marketdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A venue on a raw socket, BOURSE towards BROKER1, that says what a test tells it to. It answers
 * Logon, TestRequest and Logout by itself; its numbers go on from one connection to the next.
 */
final class Feeder implements AutoCloseable {

  private final ServerSocket server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Consumer<Feeder> onRequest;
  private volatile Socket socket = new Socket();
  private int sent;
  private int logons;

  /** Listens on a free port; {@code onRequest} is called for each MarketDataRequest. */
  Feeder(Consumer<Feeder> onRequest) throws IOException {
    this.onRequest = onRequest;
    this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "feeder");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** Each V that came, with | for SOH. */
  List<String> requests() {
    return requests;
  }

  /** MDReqID(262) of the last V. */
  String mdReqId() {
    return value(requests.get(requests.size() - 1), "262");
  }

  synchronized int logons() {
    return logons;
  }

  /** Sends a message; {@code fields} begins with 35 and has {@code ID} for the last MDReqID. */
  synchronized void send(String fields) {
    String body =
        fields.replaceFirst(
            "\\|", "|34=" + ++sent + "|49=BOURSE|52=20260701-10:00:00.000|56=BROKER1|");
    String filled = requests.isEmpty() ? body : body.replace("=ID|", "=" + mdReqId() + "|");
    String message = (filled + "|").replace('|', '\001');
    String counted = "8=FIX.4.4\0019=" + message.length() + "\001" + message;
    int sum = counted.chars().sum() % 256;
    String whole = counted + String.format("10=%03d\001", sum);
    try {
      socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops the connection without a word. */
  void cut() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket accepted = server.accept()) {
        socket = accepted;
        read(accepted.getInputStream());
      } catch (IOException e) {
        // Cut: the next one may come.
      }
    }
  }

  private void read(InputStream in) throws IOException {
    StringBuilder message = new StringBuilder();
    int next;
    while ((next = in.read()) >= 0) {
      message.append(next == 1 ? '|' : (char) next);
      if (next == 1 && message.indexOf("|10=") > 0) {
        handle(message.toString());
        message.setLength(0);
      }
    }
  }

  private void handle(String message) {
    switch (value(message, "35")) {
      case "A" -> {
        synchronized (this) {
          logons++;
        }
        String reset = message.contains("|141=Y|") ? "|141=Y" : "";
        send("35=A|98=0|108=30" + reset);
      }
      case "1" -> send("35=0|112=" + value(message, "112"));
      case "5" -> send("35=5");
      case "V" -> {
        requests.add(message);
        onRequest.accept(this);
      }
      default -> {}
    }
  }

  private static String value(String message, String tag) {
    int at = message.indexOf("|" + tag + "=") + tag.length() + 2;
    return message.substring(at, message.indexOf('|', at));
  }

  @Override
  public void close() throws IOException {
    server.close();
    socket.close();
  }
}
