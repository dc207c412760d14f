package org.bourse.exchange.fix;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS by QuickFIX/J's own settings, with the certificates that the script makes. */
class TlsTest {
  private static final String KEYS =
      "SocketUseSSL=Y\nSocketKeyStore=tls/server.p12\nSocketKeyStorePassword=changeit\n";
  private static final String MUTUAL =
      KEYS
          + "NeedClientAuth=Y\nSocketTrustStore=tls/trust.p12\nSocketTrustStorePassword=changeit\n";
  private static final int MANY = 300;

  private static TestCertificates certificates;

  private final Path folder;
  private final Path settings;

  TlsTest(@TempDir Path folder) {
    this.folder = folder;
    settings = folder.resolve("config").resolve("fix.cfg");
  }

  @BeforeAll
  static void make(@TempDir Path shared) throws Exception {
    certificates = TestCertificates.in(shared.resolve("made"));
  }

  private RunningExchange exchange(String tls) throws Exception {
    RunningExchange exchange = RunningExchange.in(folder);
    Path copies = Files.createDirectory(folder.resolve("config").resolve("tls"));
    for (String name : new String[] {"server.p12", "trust.p12"}) {
      Files.copy(certificates.folder().resolve(name), copies.resolve(name));
    }
    Files.writeString(
        settings, Files.readString(settings).replace("[DEFAULT]\n", "[DEFAULT]\n" + tls));
    return exchange;
  }

  @Test
  void shouldTradeOverTls() throws Exception {
    try (RunningExchange exchange = exchange(KEYS)) {
      exchange.start();
      try (SSLSocket socket = certificates.connect(exchange.port(), false);
          RawClient client = RawClient.over(socket, "BROKER1")) {
        assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        assertThat(client.ask("35=A|98=0|108=30").get(35)).isEqualTo("A");
        for (int i = 0; i < MANY; i++) {
          client.send(limit("X" + i, BUY, 10, "9.99"));
        }
        for (int i = 0; i < MANY; i++) {
          assertThat(client.receive().only(35, 11, 150)).isEqualTo("35=8|11=X" + i + "|150=0");
        }
        client.logOut();
      }
    }
  }

  /** MINA's TLS filter takes 64 writes at once, and the session writes all of these in one go. */
  @Test
  void shouldResendManyMessagesOverTls() throws Exception {
    try (RunningExchange exchange = exchange(KEYS)) {
      exchange.start();
      try (RawClient client =
          RawClient.over(certificates.connect(exchange.port(), false), "BROKER1")) {
        client.ask("35=A|98=0|108=30");
        for (int i = 0; i < MANY; i++) {
          client.ask(limit("X" + i, BUY, 10, "9.99"));
        }
        client.send("35=2|7=2|16=0");
        for (int i = 0; i < MANY; i++) {
          assertThat(client.receive().only(35, 34, 43)).isEqualTo("35=8|34=" + (i + 2) + "|43=Y");
        }
        client.expectSilence();
      }
    }
  }

  @Test
  void shouldGiveAllToClientsThatTradeWithEachOtherOverTls() throws Exception {
    try (RunningExchange exchange = exchange(KEYS)) {
      exchange.start();
      try (RawClient buyer =
              RawClient.over(certificates.connect(exchange.port(), false), "BROKER1");
          RawClient seller =
              RawClient.over(certificates.connect(exchange.port(), false), "BROKER2")) {
        buyer.ask("35=A|98=0|108=30");
        seller.ask("35=A|98=0|108=30");
        CompletableFuture<Void> buying = CompletableFuture.runAsync(() -> trade(buyer, BUY));
        CompletableFuture<Void> selling = CompletableFuture.runAsync(() -> trade(seller, SELL));

        assertThat(CompletableFuture.allOf(buying, selling)).succeedsWithin(60, SECONDS);
      }
    }
  }

  /** Sends orders and heartbeats at once, and waits for the fills of all. */
  private static void trade(RawClient client, String side) {
    try {
      for (int i = 0; i < MANY; i++) {
        client.send(limit(side + "-" + i, side, 10, "9.99"));
        client.send("35=1|112=" + i);
      }
      int filled = 0;
      int number = 2;
      while (filled < MANY) {
        FixText next = client.receive();
        assertThat(next.number(34)).isEqualTo(number++);
        filled += next.get(39).equals("2") ? 1 : 0;
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldCutClientThatLeavesItsAnswersUnreadOverTls() throws Exception {
    try (RunningExchange exchange = exchange(KEYS)) {
      exchange.start();
      try (RawClient deaf =
          RawClient.over(certificates.connect(exchange.port(), false), "BROKER1")) {
        deaf.ask("35=A|98=0|108=30");

        assertThatThrownBy(
                () -> {
                  for (int i = 0; i < 1_500; i++) {
                    deaf.send("35=1|112=" + "q".repeat(200_000));
                  }
                })
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void shouldRefuseWhoIsNotWhoHeSaysOverTlsAsWell() throws Exception {
    try (RunningExchange exchange = exchange(KEYS)) {
      exchange.start();
      try (RawClient client =
          RawClient.over(certificates.connect(exchange.port(), false), "BROKER1")) {
        assertThat(client.ask("35=A|98=0|108=30|553=BROKER2").only(35, 58))
            .isEqualTo("35=5|58=Logon refused");
        assertThat(client.isDropped()).isTrue();
      }
    }
  }

  @Test
  void shouldRefusePlainText() throws Exception {
    try (RunningExchange exchange = exchange(KEYS)) {
      exchange.start();
      try (RawClient plain = RawClient.connect(exchange.port(), "BROKER1")) {
        assertThatThrownBy(() -> plain.ask("35=A|98=0|108=30")).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void shouldRefuseOldProtocol() throws Exception {
    try (RunningExchange exchange = exchange(KEYS + "EnabledProtocols=TLSv1.2\n")) {
      exchange.start();
      try (SSLSocket socket = certificates.connect(exchange.port(), false)) {
        assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
      }
    }
  }

  @Test
  void shouldAdmitClientWithCertificateUnderMutualTls() throws Exception {
    try (RunningExchange exchange = exchange(MUTUAL)) {
      exchange.start();
      try (RawClient client =
          RawClient.over(certificates.connect(exchange.port(), true), "BROKER1")) {
        assertThat(client.ask("35=A|98=0|108=30").get(35)).isEqualTo("A");
        OneExchange.rest(client, limit("X", BUY, 10, "9.99"));
      }
    }
  }

  @Test
  void shouldRefuseClientWithoutCertificateUnderMutualTls() throws Exception {
    try (RunningExchange exchange = exchange(MUTUAL)) {
      exchange.start();

      assertThatThrownBy(
              () -> {
                try (RawClient client =
                    RawClient.over(certificates.connect(exchange.port(), false), "BROKER1")) {
                  client.ask("35=A|98=0|108=30");
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SocketUseSSL=Y | SocketUseSSL needs SocketKeyStore, which is missing",
        "SocketUseSSL=Y;SocketKeyStore=none.p12 | SocketKeyStore must be a file, was \"none.p12\"",
        "SocketUseSSL=Y;SocketKeyStore=tls/server.p12;SocketKeyStorePassword=wrong | SocketKeyStore"
            + " can't be read with its password: keystore password was incorrect",
        "SocketUseSSL=Y;SocketKeyStore=fix.cfg;SocketKeyStorePassword=changeit | SocketKeyStore"
            + " can't be read with its password: Invalid keystore format",
        "SocketUseSSL=Y;SocketKeyStore=tls/trust.p12;SocketKeyStorePassword=changeit |"
            + " SocketKeyStore holds no private key",
        "KEYS;NeedClientAuth=Y | NeedClientAuth needs SocketTrustStore, which is missing",
        "KEYS;NeedClientAuth=yes | NeedClientAuth must be Y or N, was \"yes\"",
        "KEYS;SocketTrustStore=none.p12 | SocketTrustStore must be a file, was \"none.p12\"",
        "KEYS;CipherSuites=NONE | CipherSuites must be some of ",
        "KEYS;EnabledProtocols=TLSv9 | EnabledProtocols must be some of ",
        "NeedClientAuth=Y | NeedClientAuth has no effect without SocketUseSSL=Y",
      })
  void shouldSayWhatIsWrong(String lines, String fault) throws Exception {
    exchange(lines.replace("KEYS;", KEYS).replace(';', '\n') + "\n").close();

    InvalidFixSettings found =
        catchThrowableOfType(
            InvalidFixSettings.class, () -> FixSettings.load(settings, OptionalInt.of(1)));

    assertThat(String.valueOf(found.getMessage()).lines())
        .singleElement()
        .asString()
        .matches("\\Q" + settings + "\\E:\\d+: \\Q" + fault + "\\E.*");
  }
}
