package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/** A session that asks for all books of {@link WatchedVenue} and takes nothing, or next to it. */
final class SlowWatcher implements AutoCloseable {
  private static final int SMALL_BUFFER = 4096;
  private static final int PATIENCE_MILLIS = 3000;

  private final SocketChannel channel;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

  SlowWatcher(int port, String compId) throws IOException {
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    ClientMessages out = new ClientMessages(compId);
    out.begin("A").field(98, 0).field(108, 600).field(141, "Y").end();
    WatchedVenue.askForAll(out, true);
    out.flush(channel);
  }

  /** Takes one byte, if it is there. */
  void readByte() {
    read(1, 1);
  }

  /** Takes what can still be had; returns what it ends with, which is a Logout(5) or is not. */
  String lastWords() {
    read(Integer.MAX_VALUE, PATIENCE_MILLIS);
    String all = taken.toString(ISO_8859_1);
    int logout = all.lastIndexOf("\00135=5\001");
    int text = all.indexOf("\00158=", Math.max(0, logout));
    return logout < 0 || text < 0
        ? "no Logout among the " + taken.size() + " bytes that could be read"
        : "Logout: " + all.substring(text + 4, all.indexOf(1, text + 1));
  }

  private void read(int most, int millis) {
    byte[] chunk = new byte[Math.min(most, 1 << 16)];
    try {
      channel.socket().setSoTimeout(millis);
      for (int left = most; left > 0; ) {
        int length = channel.socket().getInputStream().read(chunk);
        if (length < 0) {
          return;
        }
        taken.write(chunk, 0, length);
        left -= length;
      }
    } catch (SocketTimeoutException e) {
      // there is nothing more
    } catch (IOException e) {
      // cut: what it has got is all
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
