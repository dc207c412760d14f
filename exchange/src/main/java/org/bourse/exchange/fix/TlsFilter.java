package org.bourse.exchange.fix;

import javax.net.ssl.SSLException;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.WriteRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts connections. It belongs below all other filters.
 *
 * <p>In the place of MINA's own filter, which in 2.2.10 drops what is written while 64 writes wait
 * for the socket, as a resend makes them, and forgets what has come with the end of a handshake
 * until more comes.
 */
final class TlsFilter extends IoFilterAdapter {
  private static final Logger LOG = LoggerFactory.getLogger("fix.port");
  private static final AttributeKey LINK = new AttributeKey(TlsFilter.class, "link");

  private final Tls tls;

  TlsFilter(Tls tls) {
    this.tls = tls;
  }

  @Override
  public void sessionCreated(NextFilter next, IoSession connection) {
    connection.setAttribute(LINK, new TlsLink(tls.engine(), next, connection));
    next.sessionCreated(connection);
  }

  @Override
  public void messageReceived(NextFilter next, IoSession connection, Object message) {
    TlsLink link = link(connection);
    try {
      link.received(((IoBuffer) message).buf());
    } catch (SSLException e) {
      LOG.debug("Connection from {} closed: {}", connection.getRemoteAddress(), e.toString());
      link.sendAlert();
      connection.closeOnFlush();
    }
  }

  @Override
  public void filterWrite(NextFilter next, IoSession connection, WriteRequest request)
      throws SSLException {
    link(connection).write(((IoBuffer) request.getMessage()).buf());
    request.getFuture().setWritten();
  }

  private static TlsLink link(IoSession connection) {
    return (TlsLink) connection.getAttribute(LINK);
  }
}
