package org.bourse.exchange.fix;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of people who should not be there: Logons with a wrong password and of unknown CompIDs,
 * venue controls of somebody who is no operator, and a session that asks and asks and never reads.
 *
 * <p>Arguments: the FIX port, the HTTP port, Logons a second, and {@code here} or {@code elsewhere}.
 * Elsewhere, as many Logons go to a port of its own that closes each connection, and the session
 * that asks reads all of it: so the machine has the work, and the exchange has not. It ends when
 * its input does, and then prints what became of its attempts.
 */
public final class Intruders {
  private static final String LOGON = "35=A|98=0|108=60";
  private static final int QUESTIONS_PER_SECOND = 500;
  private static final int CONTROLS_PER_SECOND = 50;
  private static final int SMALL_BUFFER = 4096;

  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final AtomicInteger obeyed = new AtomicInteger();
  private final int fixPort;
  private final int httpPort;

  private Intruders(int fixPort, int httpPort) {
    this.fixPort = fixPort;
    this.httpPort = httpPort;
  }

  public static void main(String[] arguments) throws Exception {
    new Intruders(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]))
        .run(Integer.parseInt(arguments[2]), arguments[3].equals("here"));
    System.exit(0);
  }

  private void run(int perSecond, boolean here) throws Exception {
    start("asker", () -> askAndAsk(here));
    int port = fixPort;
    if (here) {
      start("controls", this::control);
    } else {
      ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      start("elsewhere", () -> closeEach(elsewhere));
      port = elsewhere.getLocalPort();
    }
    long began = System.nanoTime();
    String wrong = LOGON + "|553=broker1|554=wrong";
    int strangers = perSecond / 4;
    LogonFlood known = new LogonFlood(port, "BROKER1", wrong, perSecond - strangers);
    LogonFlood unknown = new LogonFlood(port, "NOBODY", wrong, strangers);
    try (known;
        unknown) {
      awaitEnd();
    }
    int admitted = known.admitted() + unknown.admitted();
    int answered = known.answered() + unknown.answered();
    int dropped = known.dropped() + unknown.dropped();
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%s: %.0f Logons a second: %d admitted, %d answered, %d dropped; controls: %d carried out, %d"
            + " turned away%n",
        here ? "here" : "elsewhere",
        (admitted + answered + dropped) / seconds,
        admitted,
        answered,
        dropped,
        obeyed.get(),
        turnedAway.get());
  }

  private static void closeEach(ServerSocket port) throws IOException {
    byte[] chunk = new byte[1024];
    while (true) {
      try (Socket connection = port.accept()) {
        connection.getInputStream().read(chunk);
      }
    }
  }

  private void awaitEnd() throws IOException {
    System.out.println("begun");
    while (System.in.read() >= 0) {}
    ended.set(true);
  }

  /** A thing that is done over and over. */
  private interface Work {
    void run() throws Exception;
  }

  private static void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Exception e) {
                System.err.println(name + ": " + e);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private void askAndAsk(boolean deaf) throws Exception {
    try (Socket socket = new Socket()) {
      if (deaf) {
        socket.setReceiveBufferSize(SMALL_BUFFER);
      }
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), fixPort));
      if (!deaf) {
        start("reader", () -> drain(socket.getInputStream()));
      }
      RawClient client = RawClient.over(socket, "BROKER4");
      client.send(LOGON + "|141=Y");
      String question = OrderText.status("X", OrderText.BUY) + "|58=" + "t".repeat(200);
      for (long i = 0, began = System.nanoTime(); !ended.get(); i++) {
        await(began, i, QUESTIONS_PER_SECOND);
        client.send(question);
      }
    }
  }

  private static void drain(InputStream in) throws IOException {
    byte[] chunk = new byte[1 << 16];
    while (in.read(chunk) >= 0) {}
  }

  private void control() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    URI halt = URI.create("http://127.0.0.1:" + httpPort + "/api/venue/halt");
    for (long i = 0, began = System.nanoTime(); !ended.get(); i++) {
      await(began, i, CONTROLS_PER_SECOND);
      String credentials = i % 2 == 0 ? "broker1:broker1" : "operator:wrong";
      String encoded =
          Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
      HttpRequest request =
          HttpRequest.newBuilder(halt)
              .header("Authorization", "Basic " + encoded)
              .POST(HttpRequest.BodyPublishers.ofString("{\"symbol\": \"TEST\"}"))
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      (status == 200 ? obeyed : turnedAway).incrementAndGet();
    }
  }

  private static void await(long began, long number, int perSecond) {
    long at = began + number * 1_000_000_000L / perSecond;
    for (long now = System.nanoTime(); now < at; now = System.nanoTime()) {
      LockSupport.parkNanos(at - now);
    }
  }
}
