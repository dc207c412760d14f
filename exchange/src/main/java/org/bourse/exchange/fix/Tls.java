package org.bourse.exchange.fix;

import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * How connections to a port are encrypted.
 *
 * @param needsCertificate whether a client must show a certificate that is trusted
 * @param cipherSuites null: those that Java has enabled
 */
record Tls(
    SSLContext context,
    boolean needsCertificate,
    List<String> protocols,
    @Nullable List<String> cipherSuites) {

  /** The server's side of a connection. */
  SSLEngine engine() {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    engine.setNeedClientAuth(needsCertificate);
    engine.setEnabledProtocols(protocols.toArray(String[]::new));
    if (cipherSuites != null) {
      engine.setEnabledCipherSuites(cipherSuites.toArray(String[]::new));
    }
    return engine;
  }
}
