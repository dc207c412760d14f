package org.bourse.exchange.fix;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilter.NextFilter;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One encrypted connection. One thread at a time hands in what was received, and does the work of
 * the handshake; any may write. What is received is passed on with no lock held.
 */
final class TlsLink {
  private static final Logger LOG = LoggerFactory.getLogger("fix.port");

  private final SSLEngine engine;
  private final NextFilter next;
  private final IoSession connection;
  private final Object writing = new Object();
  private ByteBuffer in = ByteBuffer.allocate(0); // received, and not decrypted yet
  private ByteBuffer plain;
  private boolean established;

  TlsLink(SSLEngine engine, NextFilter next, IoSession connection) {
    this.engine = engine;
    this.next = next;
    this.connection = connection;
    plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
  }

  /** Decrypts what has come, and answers what belongs to the handshake. */
  void received(ByteBuffer more) throws SSLException {
    append(more);
    boolean goesOn = true;
    while (goesOn) {
      goesOn =
          switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> work();
            case NEED_WRAP -> flush();
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN, NOT_HANDSHAKING, FINISHED -> unwrap();
          };
    }
  }

  private void append(ByteBuffer more) {
    if (in.hasRemaining()) {
      ByteBuffer both = ByteBuffer.allocate(in.remaining() + more.remaining());
      in = both.put(in).put(more).flip();
    } else {
      in = ByteBuffer.allocate(more.remaining()).put(more).flip();
    }
  }

  private boolean work() throws SSLException {
    if (established && !engine.getSession().getProtocol().equals("TLSv1.3")) {
      throw new SSLException("renegotiation is not offered");
    }
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
    return true;
  }

  /** Decrypts one record, and says whether there may be more to do. */
  private boolean unwrap() throws SSLException {
    if (!in.hasRemaining()) {
      return false;
    }
    SSLEngineResult result = engine.unwrap(in, plain);
    established |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    switch (result.getStatus()) {
      case BUFFER_UNDERFLOW -> {
        return false;
      }
      case BUFFER_OVERFLOW -> {
        int size = plain.capacity() + engine.getSession().getApplicationBufferSize();
        plain = ByteBuffer.allocate(size);
      }
      case CLOSED -> {
        in = ByteBuffer.allocate(0); // the end of the connection itself follows
        return false;
      }
      case OK -> passOn();
    }
    return true;
  }

  private void passOn() {
    if (plain.position() > 0) {
      plain.flip();
      IoBuffer copy = IoBuffer.wrap(new byte[plain.remaining()]);
      copy.put(plain).flip();
      plain.clear();
      next.messageReceived(connection, copy);
    }
  }

  /** Writes what the handshake has to say. */
  private boolean flush() throws SSLException {
    synchronized (writing) {
      while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(ByteBuffer.allocate(0), out);
        established |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
        send(out);
        if (result.getStatus() != SSLEngineResult.Status.OK) {
          return false;
        }
      }
    }
    return true;
  }

  /** Says why the connection ends, as far as that can be said. */
  void sendAlert() {
    try {
      flush();
    } catch (SSLException e) {
      LOG.debug("{}: no alert could be sent: {}", connection.getRemoteAddress(), e.toString());
    }
  }

  /** Encrypts and writes. Any thread. */
  void write(ByteBuffer bytes) throws SSLException {
    synchronized (writing) {
      while (bytes.hasRemaining()) {
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(bytes, out);
        send(out);
        if (result.getStatus() != SSLEngineResult.Status.OK || result.bytesProduced() == 0) {
          throw new SSLException("the connection ends: " + result.getStatus());
        }
      }
    }
  }

  private void send(ByteBuffer out) {
    if (out.position() > 0) {
      next.filterWrite(connection, new DefaultWriteRequest(IoBuffer.wrap(out.flip())));
    }
  }
}
