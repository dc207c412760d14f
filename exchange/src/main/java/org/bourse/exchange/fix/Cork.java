package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.apache.mina.core.write.WriteRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back what the outbox's thread writes to the sockets until its batch of reports is in the
 * message log: one write to the log and one to each socket then serve the whole batch. What other
 * threads write goes straight through, behind what is held back for the same socket. It takes
 * bytes, so it belongs below the filter that makes bytes of messages.
 */
final class Cork extends IoFilterAdapter {
  /** Lets outlive this process what is in the message log. */
  interface Commit {
    void run() throws IOException;
  }

  /**
   * How many bytes a client may leave unread before it is cut; it gets them again when it comes
   * back.
   */
  private static final long MOST_UNREAD = 64L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Cork.class);
  private static final AttributeKey HELD = new AttributeKey(Cork.class, "held");

  private final Commit commit;
  private final List<Held> dirty = new ArrayList<>();
  private volatile @Nullable Thread holder;

  /** The bytes held back for one connection. */
  private final class Held {
    private final NextFilter next;
    private final IoSession connection;
    private byte[] bytes = new byte[4096];
    private int length;

    Held(NextFilter next, IoSession connection) {
      this.next = next;
      this.connection = connection;
    }

    synchronized boolean add(IoBuffer message) {
      int more = message.remaining();
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
      }
      message.get(bytes, length, more);
      boolean wasEmpty = length == 0;
      length += more;
      return wasEmpty;
    }

    synchronized void release() {
      if (length > 0) {
        IoBuffer out = IoBuffer.wrap(bytes, 0, length);
        bytes = new byte[Math.max(4096, length)];
        length = 0;
        next.filterWrite(connection, new DefaultWriteRequest(out));
        cutIfUnread();
      }
    }

    synchronized void drop() {
      length = 0;
    }

    /** Writes at once, behind what was held back for the same socket. */
    synchronized void pass(WriteRequest request) throws IOException {
      if (length > 0) {
        commit.run();
        release();
      }
      next.filterWrite(connection, request);
      cutIfUnread();
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
    holder = Thread.currentThread();
  }

  boolean isHeldByThisThread() {
    return holder == Thread.currentThread();
  }

  /**
   * Ends the hold and lets all go that was held back.
   *
   * @throws IOException where the commit failed: then what was held back is dropped
   */
  void flush() throws IOException {
    try {
      commit.run();
      dirty.forEach(Held::release);
    } catch (IOException | RuntimeException e) {
      dirty.forEach(Held::drop);
      throw e;
    } finally {
      dirty.clear();
      holder = null;
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
    if (isHeldByThisThread()) {
      if (held.add(message)) {
        dirty.add(held);
      }
      request.getFuture().setWritten();
    } else {
      held.pass(request);
    }
  }
}
