package org.bourse.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/**
 * A client on a bare socket, which keeps its sequence numbers over connections and takes each
 * message once, in order: what is missing it asks for, and what it is asked for it sends again.
 */
final class FixClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private record Sent(String type, List<String> body) {}

  private final String name;
  private final Map<Integer, Sent> sent = new TreeMap<>();
  private final List<FixMessage> received = new CopyOnWriteArrayList<>();
  private final List<FixMessage> resendRequests = new CopyOnWriteArrayList<>();
  private @Nullable Socket socket;
  private volatile boolean connected;
  private volatile int logons;
  private int nextSender = 1;
  private int nextTarget = 1;

  FixClient(String name) {
    this.name = name;
  }

  /** Logs on, with the numbers that it is at. */
  FixClient connect(int port) throws IOException {
    return connect(port, "141=N");
  }

  /** Logs on and begins both sides' numbers again. */
  FixClient connectWithReset(int port) throws IOException {
    synchronized (this) {
      nextSender = 1;
      nextTarget = 1;
      sent.clear();
    }
    return connect(port, "141=Y");
  }

  private FixClient connect(int port, String reset) throws IOException {
    int before = logons;
    Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
    opened.setTcpNoDelay(true);
    socket = opened;
    connected = true;
    Thread reader = new Thread(() -> read(opened), "client-" + name);
    reader.setDaemon(true);
    reader.start();
    send("A", "98=0", "108=30", reset);
    patiently("logon").until(() -> logons > before || !connected);
    if (!connected) {
      throw new IOException("not logged on");
    }
    return this;
  }

  /** Sends a message under the next number, and returns the number. */
  synchronized int send(String type, String... body) throws IOException {
    int msgSeqNum = nextSender++;
    sent.put(msgSeqNum, new Sent(type, List.of(body)));
    write(FixMessage.bytes(type, msgSeqNum, name, "", body));
    return msgSeqNum;
  }

  /** Sends a message of before again, under its number and with PossDupFlag. */
  synchronized void sendAgain(int msgSeqNum) throws IOException {
    Sent message = sent.get(msgSeqNum);
    if (message != null) {
      String header = "43=Y\u0001122=" + FixMessage.now() + '\u0001';
      write(
          FixMessage.bytes(
              message.type(), msgSeqNum, name, header, message.body().toArray(String[]::new)));
    }
  }

  /** Waits for the first application message that fits. */
  FixMessage await(String what, Predicate<FixMessage> fits) {
    patiently(what).until(() -> received.stream().anyMatch(fits));
    return received.stream().filter(fits).findFirst().orElseThrow();
  }

  private static ConditionFactory patiently(String what) {
    return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(5));
  }

  /** Application messages, each once. */
  List<FixMessage> received() {
    return received;
  }

  List<FixMessage> resendRequests() {
    return resendRequests;
  }

  boolean isConnected() {
    return connected;
  }

  /** Ends the connection without a word. */
  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      patiently("end of the connection").until(() -> !connected);
    }
  }

  private void read(Socket from) {
    try (InputStream in = new BufferedInputStream(from.getInputStream())) {
      StringBuilder text = new StringBuilder();
      for (int b = in.read(); b >= 0; b = in.read()) {
        text.append((char) b);
        int length = text.length();
        if (b == 1 && length > 7 && text.indexOf("\u000110=", length - 8) == length - 8) {
          handle(FixMessage.parse(text.toString()));
          text.setLength(0);
        }
      }
    } catch (IOException e) {
      // the connection has ended, as it does where the input ends
    }
    connected = false;
  }

  private synchronized void handle(FixMessage message) throws IOException {
    if (message.type().equals("4")) {
      nextTarget = Math.max(nextTarget, message.number(36));
      return;
    }
    if (message.type().equals("A")) {
      logons++;
    }
    if (message.type().equals("2")) {
      resendRequests.add(message);
      resend(message.number(7));
    }
    if (message.msgSeqNum() > nextTarget) {
      send("2", "7=" + nextTarget, "16=0");
    } else if (message.msgSeqNum() == nextTarget) {
      nextTarget++;
      if (message.type().equals("1")) {
        send("0", "112=" + message.get(112));
      } else if (!message.isAdmin() || message.type().equals("0")) {
        received.add(message);
      }
    }
  }

  private void resend(int from) throws IOException {
    for (int number = from; number < nextSender; number++) {
      Sent message = sent.get(number);
      if (message == null || "A012345".contains(message.type())) {
        String header = "43=Y\u0001122=" + FixMessage.now() + '\u0001';
        write(FixMessage.bytes("4", number, name, header, "123=Y", "36=" + (number + 1)));
      } else {
        sendAgain(number);
      }
    }
  }

  private void write(byte[] bytes) throws IOException {
    Socket open = socket;
    if (open != null) {
      open.getOutputStream().write(bytes);
    }
  }
}
