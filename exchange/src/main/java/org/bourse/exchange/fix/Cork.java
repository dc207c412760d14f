package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.future.DefaultWriteFuture;
import org.apache.mina.core.future.WriteFuture;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.apache.mina.core.write.WriteRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back what some threads write to the sockets until their batches of messages are in the
 * message log: one write to the log and few to each socket then serve a whole batch. What other
 * threads write goes straight through, behind what is held back for the same socket. Where several
 * threads hold, the first that flushes lets all go that is held back for its sockets, in the order
 * in which it came. It takes bytes, so it belongs below the filter that makes bytes of messages.
 */
final class Cork extends IoFilterAdapter {
  /** Lets outlive this process what is in the message log. */
  interface Commit {
    void run() throws IOException;
  }

  private static final int LITTLE = 1 << 12; // kept for each connection

  /**
   * How many bytes a client may leave unread before it is cut where more are to be sent; it gets
   * them again when it comes back.
   */
  private static final long MOST_UNREAD = 64L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Cork.class);
  private static final AttributeKey HELD = new AttributeKey(Cork.class, "held");

  private final Commit commit;
  private final Chunks chunks = new Chunks();
  private final ThreadLocal<Batch> batches = ThreadLocal.withInitial(Batch::new);

  /** What one thread holds back. */
  private static final class Batch {
    private final Set<Held> dirty = new LinkedHashSet<>();
    private boolean isHeld;
  }

  /** The bytes held back for one connection. */
  private final class Held {
    private final NextFilter next;
    private final IoSession connection;
    private final List<byte[]> full = new ArrayList<>(); // chunks
    private final byte[] little = new byte[LITTLE];
    private byte[] bytes = little; // what is held back last; all else is in full
    private int length;

    Held(NextFilter next, IoSession connection) {
      this.next = next;
      this.connection = connection;
    }

    synchronized long length() {
      return (long) full.size() * Chunks.SIZE + length;
    }

    synchronized void add(IoBuffer message) {
      while (message.hasRemaining()) {
        int more = Math.min(message.remaining(), room());
        message.get(bytes, length, more);
        length += more;
      }
    }

    synchronized void add(FixWriter message) {
      int from = 0;
      while (from < message.length()) {
        int left = message.length() - from;
        int more = Math.min(left, room());
        message.copyTo(bytes, length, from, more);
        length += more;
        from += more;
      }
    }

    /** Makes some room; returns how much. */
    private int room() {
      if (length == bytes.length) {
        byte[] chunk = chunks.take();
        if (bytes == little) {
          System.arraycopy(little, 0, chunk, 0, length);
        } else {
          full.add(bytes);
          length = 0;
        }
        bytes = chunk;
      }
      return bytes.length - length;
    }

    /**
     * Lets all go, whoever has added it: it was put into the log before, so the commit covers it.
     *
     * @return whether there was anything
     */
    synchronized boolean release() throws IOException {
      boolean isHolding = length > 0;
      if (isHolding) {
        commit.run();
        List<WriteRequest> writes = new ArrayList<>(full.size() + 1);
        full.forEach(chunk -> writes.add(write(chunk, Chunks.SIZE)));
        writes.add(last());
        drop();
        cutIfUnread();
        writes.forEach(write -> next.filterWrite(connection, write));
      }
      return isHolding;
    }

    /** A chunk is used again once it was written, or encrypted. */
    private WriteRequest write(byte[] chunk, int size) {
      WriteFuture future = new DefaultWriteFuture(connection);
      future.addListener(
          done -> {
            if (future.isWritten()) {
              chunks.giveBack(chunk);
            }
          });
      return new DefaultWriteRequest(IoBuffer.wrap(chunk, 0, size), future);
    }

    /** What a slow client may leave unread for long takes little more memory than it has bytes. */
    private WriteRequest last() {
      if (length > Chunks.SIZE / 2) {
        return write(bytes, length);
      }
      byte[] exact = Arrays.copyOf(bytes, length);
      if (bytes != little) {
        chunks.giveBack(bytes);
      }
      return new DefaultWriteRequest(IoBuffer.wrap(exact));
    }

    synchronized void drop() {
      full.clear();
      bytes = little;
      length = 0;
    }

    /** Writes at once, behind what was held back for the same socket. */
    synchronized void pass(WriteRequest request) throws IOException {
      release();
      cutIfUnread();
      next.filterWrite(connection, request);
    }

    private void cutIfUnread() {
      if (connection.getScheduledWriteBytes() > MOST_UNREAD) {
        LOG.warn(
            "Connection to {} closed: it has left {} bytes unread",
            connection.getRemoteAddress(),
            connection.getScheduledWriteBytes());
        connection.closeNow();
      }
    }
  }

  /**
   * A cork for all connections.
   *
   * @param commit done before anything leaves that was held back
   */
  Cork(Commit commit) {
    this.commit = commit;
  }

  /** Holds back what this thread writes from now on. */
  void hold() {
    batches.get().isHeld = true;
  }

  /**
   * Holds back a message that was numbered just now, for a client that has logged on, as if it had
   * come through the filters. For a thread that holds, with the session's sender lock held.
   */
  void add(IoSession connection, FixWriter message) {
    Held held = (Held) Objects.requireNonNull(connection.getAttribute(HELD));
    held.add(message);
    batches.get().dirty.add(held);
  }

  /** Bytes that were written to a connection and that its system has not taken yet. Any thread. */
  static long unread(IoSession connection) {
    Held held = (Held) connection.getAttribute(HELD);
    return connection.getScheduledWriteBytes() + (held == null ? 0 : held.length());
  }

  boolean isHeldByThisThread() {
    return batches.get().isHeld;
  }

  /**
   * Ends this thread's hold and lets all go that it has held back.
   *
   * @throws IOException where a commit failed: then what was held back is dropped
   */
  void flush() throws IOException {
    Batch batch = batches.get();
    try {
      boolean isCommitted = false;
      for (Held held : batch.dirty) {
        isCommitted |= held.release();
      }
      if (!isCommitted) {
        commit.run();
      }
    } catch (IOException | RuntimeException e) {
      batch.dirty.forEach(Held::drop);
      throw e;
    } finally {
      batch.dirty.clear();
      batch.isHeld = false;
    }
  }

  @Override
  public void filterWrite(NextFilter next, IoSession connection, WriteRequest request)
      throws IOException {
    if (!(request.getMessage() instanceof IoBuffer message)) {
      next.filterWrite(connection, request);
      return;
    }
    Held held = (Held) connection.getAttribute(HELD);
    if (held == null) {
      Held fresh = new Held(next, connection);
      Held raced = (Held) connection.setAttributeIfAbsent(HELD, fresh);
      held = raced == null ? fresh : raced;
    }
    Batch batch = batches.get();
    if (batch.isHeld) {
      held.add(message);
      batch.dirty.add(held);
      request.getFuture().setWritten();
    } else {
      held.pass(request);
    }
  }
}
