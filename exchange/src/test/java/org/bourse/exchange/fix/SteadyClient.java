package org.bourse.exchange.fix;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/**
 * A {@link RawClient} that is read all the time, keeps its sequence numbers over connections and
 * takes each message once, in order: what is missing it asks for, and what it is asked for it sends
 * again.
 */
public final class SteadyClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String compId;
  private final Map<Integer, FixText> sent = new TreeMap<>();
  private final Queue<FixText> received = new ConcurrentLinkedQueue<>();
  private final List<FixText> resendRequests = new CopyOnWriteArrayList<>();
  private @Nullable RawClient connection;
  private volatile boolean connected;
  private volatile @Nullable Exception fault;
  private volatile int logons;
  private int nextSender = 1;
  private int nextTarget = 1;
  private int askedUpTo;

  public SteadyClient(String compId) {
    this.compId = compId;
  }

  /** Logs on, with the numbers that it is at. */
  public SteadyClient connect(int port) throws IOException {
    return connect(port, "141=N");
  }

  /** Logs on and begins both sides' numbers again. */
  public SteadyClient connectWithReset(int port) throws IOException {
    synchronized (this) {
      nextSender = 1;
      nextTarget = 1;
      sent.clear();
    }
    return connect(port, "141=Y");
  }

  private SteadyClient connect(int port, String reset) throws IOException {
    int before = logons;
    RawClient opened = RawClient.connect(port, compId).withoutTimeout();
    synchronized (this) {
      askedUpTo = 0;
      connection = opened;
    }
    connected = true;
    Thread reader = new Thread(() -> read(opened), "client-" + compId);
    reader.setDaemon(true);
    reader.start();
    send("35=A|98=0|108=30|" + reset);
    patiently("logon").until(() -> logons > before || !connected);
    if (!connected) {
      throw new IOException("not logged on", fault);
    }
    return this;
  }

  /** Sends a message as {@link OrderText} writes it under the next number; returns the number. */
  public synchronized int send(String message) throws IOException {
    int msgSeqNum = nextSender++;
    sent.put(msgSeqNum, new FixText(List.of(message.split("\\|", -1))));
    write(msgSeqNum, message, "");
    return msgSeqNum;
  }

  /** Sends a message of before again, under its number and with PossDupFlag. */
  public synchronized void sendAgain(int msgSeqNum) throws IOException {
    FixText message = sent.get(msgSeqNum);
    if (message != null) {
      writeAgain(msgSeqNum, message.toString());
    }
  }

  /** Waits for the first application message that fits. */
  public FixText await(String what, Predicate<FixText> fits) {
    patiently(what).until(() -> fault != null || received.stream().anyMatch(fits));
    requireSound();
    return received.stream().filter(fits).findFirst().orElseThrow();
  }

  /** Application messages, each once. */
  public List<FixText> received() {
    return List.copyOf(received);
  }

  public List<FixText> resendRequests() {
    return resendRequests;
  }

  /** The number that comes next, so that none below it may come again. */
  public synchronized int nextTarget() {
    return nextTarget;
  }

  public boolean isConnected() {
    return connected;
  }

  /** Ends the connection without a word. */
  @Override
  public void close() throws IOException {
    if (connection != null) {
      connection.close();
      patiently("end of the connection").until(() -> !connected);
    }
    requireSound();
  }

  private void read(RawClient from) {
    try (from) {
      while (true) {
        handle(from.receive());
      }
    } catch (IOException e) {
      // the connection has ended
    } catch (Exception e) {
      fault = e;
    }
    connected = false;
  }

  private synchronized void handle(FixText message) throws IOException {
    String type = message.get(35);
    if (type.equals("4")) {
      nextTarget = Math.max(nextTarget, message.number(36));
      return;
    }
    if (type.equals("A")) {
      logons++;
    }
    if (type.equals("2")) {
      resendRequests.add(message);
      resend(message.number(7));
    }
    int msgSeqNum = message.number(34);
    if (msgSeqNum > nextTarget) {
      if (nextTarget > askedUpTo) {
        askedUpTo = msgSeqNum;
        send("35=2|7=" + nextTarget + "|16=0");
      }
    } else if (msgSeqNum == nextTarget) {
      nextTarget++;
      if (type.equals("1")) {
        send("35=0|112=" + message.get(112));
      } else if (!message.isAdmin() || type.equals("0")) {
        received.add(message);
      }
    }
  }

  private void resend(int from) throws IOException {
    for (int number = from; number < nextSender; number++) {
      FixText message = sent.get(number);
      if (message == null || message.isAdmin()) {
        writeAgain(number, "35=4|123=Y|36=" + (number + 1));
      } else {
        sendAgain(number);
      }
    }
  }

  private void writeAgain(int msgSeqNum, String message) throws IOException {
    write(msgSeqNum, message, "|43=Y|122=" + RawClient.now());
  }

  private void write(int msgSeqNum, String message, String header) throws IOException {
    if (connection != null) {
      connection.sendAs(msgSeqNum, message, header);
    }
  }

  private void requireSound() {
    if (fault != null) {
      throw new AssertionError(compId + " got what is not FIX 4.4", fault);
    }
  }

  private static ConditionFactory patiently(String what) {
    return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(5));
  }
}
