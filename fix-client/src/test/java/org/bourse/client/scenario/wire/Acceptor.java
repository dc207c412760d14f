package org.bourse.client.scenario.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The other side of a connection, which says and hears what a test wants. */
final class Acceptor implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final ServerSocket server;
  private final Frames frames = new Frames();
  private Socket socket = new Socket();

  Acceptor() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setSoTimeout(PATIENCE_MILLIS);
  }

  int port() {
    return server.getLocalPort();
  }

  void accept() throws IOException {
    socket = server.accept();
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Sends a message; BodyLength and CheckSum are filled in. */
  void send(String fields) throws IOException {
    RawMessage message = new RawMessage("8=FIX.4.4|9=auto|" + fields + "|10=auto");
    sendBytes(message.bytes(new SessionId("", "", 0, "YOU", "ME"), 0, "now"));
  }

  void sendBytes(String text) throws IOException {
    sendBytes(text.replace('|', '\001').getBytes(StandardCharsets.UTF_8));
  }

  private void sendBytes(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
  }

  /** The next message; it must be sound. */
  WireMessage next() throws IOException {
    byte[] buffer = new byte[4096];
    Frame frame = frames.next();
    while (frame == null) {
      int count = socket.getInputStream().read(buffer);
      assertThat(count).as("connection has ended").isPositive();
      frames.add(buffer, count);
      frame = frames.next();
    }
    assertThat(frame.fault()).isNull();
    return frame.message();
  }

  /** What comes, sound or not, until it has this text in it. */
  String readUntil(String end) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(end) < 0) {
      int next = socket.getInputStream().read();
      assertThat(next).as("connection has ended behind %s", read).isNotNegative();
      read.append(next == 1 ? '|' : (char) next);
    }
    return read.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    server.close();
  }
}
