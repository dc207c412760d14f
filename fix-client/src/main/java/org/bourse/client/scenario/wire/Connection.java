package org.bourse.client.scenario.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A socket, and the thread that reads it. Writing may block; it is done by one thread at a time.
 */
final class Connection {

  /** Told what happens, on the reading thread. */
  interface Listener {

    void received(Connection from, Frame frame);

    /** Some ten times a second. */
    void tick(Connection from);

    /** The other side closed it, or it broke; not told of {@link #close}. */
    void ended(Connection from, String reason);
  }

  private static final int CONNECT_MILLIS = 5_000;
  private static final int TICK_MILLIS = 100;

  private final Socket socket;
  private final Listener listener;
  private volatile boolean closed;
  private volatile long deafUntil = System.nanoTime();

  private Connection(Socket socket, Listener listener) {
    this.socket = socket;
    this.listener = listener;
  }

  static Connection open(SessionId id, Listener listener) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(id.host(), id.port()), CONNECT_MILLIS);
      socket.setSoTimeout(TICK_MILLIS);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return new Connection(socket, listener);
  }

  void start(String name) {
    Thread reader = new Thread(this::read, "scenario-" + name);
    reader.setDaemon(true);
    reader.start();
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void stopReading(Duration howLong) {
    deafUntil = System.nanoTime() + howLong.toNanos();
  }

  /** Closes it without a word. */
  void close() {
    closed = true;
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket that can't be closed", e);
    }
  }

  private void read() {
    String reason = "closed by the other side";
    try {
      readUntilEnd();
    } catch (IOException e) {
      reason = "broken: " + e.getMessage();
    }
    if (!closed) {
      close();
      listener.ended(this, reason);
    }
  }

  private void readUntilEnd() throws IOException {
    Frames frames = new Frames();
    byte[] buffer = new byte[64 * 1024];
    InputStream in = socket.getInputStream();
    while (!closed) {
      listener.tick(this);
      int count;
      try {
        count = in.read(buffer);
      } catch (SocketTimeoutException quiet) {
        continue;
      }
      if (count < 0) {
        return;
      }
      awaitHearing();
      frames.add(buffer, count);
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        listener.received(this, frame);
      }
    }
  }

  /** What was read when it went deaf counts as not read. */
  private void awaitHearing() {
    while (!closed && System.nanoTime() - deafUntil < 0) {
      listener.tick(this);
      LockSupport.parkNanos(Duration.ofMillis(TICK_MILLIS / 5).toNanos());
    }
  }
}
