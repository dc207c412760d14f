package org.bourse.exchange;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bourse.exchange.config.Configuration;
import org.bourse.exchange.config.EngineSettings;
import org.bourse.exchange.config.ExchangeSettings;
import org.bourse.exchange.config.FixSection;
import org.bourse.exchange.config.JournalSettings;
import org.bourse.exchange.config.SequencerSettings;
import org.bourse.exchange.fix.FixSettings;
import org.bourse.exchange.model.Durability;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** An exchange in this process, on files of its own and a free port, which fails on demand. */
final class ExchangeRig implements AutoCloseable {
  private static final long SEGMENT = 32 << 10;
  private static final Instrument ABC =
      new Instrument("ABC", 2, 0, 1, 1, 100_000_000, 1_000_000_000);

  private final Path folder;
  private final int port;
  private final Durability durability;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Path data;
  private BrokenStorage journal = new BrokenStorage();
  private BrokenStorage messages = new BrokenStorage();
  private @Nullable Exchange exchange;

  ExchangeRig(Path folder, Durability durability) throws IOException {
    this.folder = folder;
    this.durability = durability;
    port = freePort();
    data = folder.resolve("data");
    Files.writeString(folder.resolve("fix.cfg"), sessions("FIRM1", "FIRM2"));
    log.start();
    root().addAppender(log);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static String sessions(String... clients) {
    StringBuilder text =
        new StringBuilder(
            """
            [DEFAULT]
            ConnectionType=acceptor
            BeginString=FIX.4.4
            SenderCompID=BOURSE
            SocketAcceptAddress=127.0.0.1
            SocketAcceptPort=9876
            SocketTcpNoDelay=Y
            NonStopSession=Y
            StartTime=00:00:00
            EndTime=00:00:00
            LogoutTimeout=1
            """);
    for (String client : clients) {
      text.append("[SESSION]\nTargetCompID=").append(client).append('\n');
    }
    return text.toString();
  }

  /** Starts on storages that are well. */
  void start() throws Exception {
    journal = new BrokenStorage();
    messages = new BrokenStorage();
    FixSettings fix = FixSettings.load(folder.resolve("fix.cfg"), OptionalInt.of(port));
    ExchangeSettings settings =
        new ExchangeSettings(
            durability,
            new JournalSettings(SEGMENT),
            new EngineSettings(1_000, 1_000),
            new SequencerSettings(64),
            new FixSection(folder.resolve("fix.cfg"), SEGMENT));
    Configuration configuration = new Configuration(settings, List.of(ABC));
    exchange = Exchange.start(configuration, fix, data, journal, messages);
  }

  /** What the journal is on. */
  BrokenStorage journal() {
    return journal;
  }

  /** What the message log is on. */
  BrokenStorage messages() {
    return messages;
  }

  int port() {
    return port;
  }

  /** Copies all files as they are now; the next start is on the copy. */
  void continueOnCopy() throws IOException {
    Path copy = folder.resolve("copy-of-" + data.getFileName());
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(data.relativize(file)));
      }
    }
    data = copy;
  }

  /** Lines of errors so far. */
  List<String> errors() {
    return log.list.stream()
        .filter(event -> event.getLevel() == Level.ERROR)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  void stop() throws Exception {
    Exchange running = exchange;
    exchange = null;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public void close() throws Exception {
    root().detachAppender(log);
    stop();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
