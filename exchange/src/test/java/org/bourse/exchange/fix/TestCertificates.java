package org.bourse.exchange.fix;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * What {@code scripts/test-certificates.sh} has made.
 *
 * @param folder that holds it
 */
record TestCertificates(Path folder) {
  static final String PASSWORD = "changeit";

  /** Runs the script. */
  static TestCertificates in(Path folder) throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder(
            "sh", Path.of("..", "scripts", "test-certificates.sh").toString(), folder.toString());
    script.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home")));
    Process process = script.inheritIO().redirectErrorStream(true).start();
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException("no certificates");
    }
    return new TestCertificates(folder);
  }

  /** A socket that trusts the CA alone, with the client's certificate or without. */
  SSLSocket connect(int port, boolean withCertificate) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store("trust.p12"));
    context.init(withCertificate ? keys().getKeyManagers() : null, trust.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    socket.startHandshake();
    return socket;
  }

  private KeyManagerFactory keys() throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store("client.p12"), PASSWORD.toCharArray());
    return keys;
  }

  private @Nullable KeyStore store(String name) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }
}
