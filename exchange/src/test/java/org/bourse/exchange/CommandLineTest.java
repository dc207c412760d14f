package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the process prints, and with which code it ends. */
class CommandLineTest {
  private final Path path;
  private ProcessFolder folder;

  CommandLineTest(@TempDir Path path) throws Exception {
    this.path = path;
    folder = ProcessFolder.in(path);
  }

  @BeforeEach
  void configure() throws Exception {
    folder = folder.sessions("FIRM1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "start --help"})
  void shouldEndWellWhereOnlyAskedFor(String arguments) throws Exception {
    try (ExchangeProcess process = ExchangeProcess.run(arguments.split(" "))) {
      assertThat(process.exitCode()).isZero();
      assertThat(process.out()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nonsense",
        "nonsense",
        "start nonsense",
        "start --nonsense",
        "start --durability nonsense",
        "start --fix-port 0",
        "start --fix-port many",
        "replay --to nonsense"
      })
  void shouldSayInALineWhatIsWrongWithTheCommandLine(String arguments) throws Exception {
    try (ExchangeProcess process = ExchangeProcess.run(arguments.split(" "))) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.log())
          .singleElement()
          .asString()
          .matches("bourse( \\w+)?: .*(nonsense|--fix-port).* \\(see bourse( \\w+)? --help\\)");
    }
  }

  @Test
  void shouldSayWhereEverythingIs() throws Exception {
    try (ExchangeProcess process = ExchangeProcess.open(folder)) {
      assertThat(process.out().get(0)).endsWith(" is open");
      assertThat(process.out())
          .contains(
              "  FIX 4.4     127.0.0.1:" + folder.port() + ", 1 sessions: FIRM1 -> BOURSE",
              "  instruments 1",
              "  config      " + ExchangeProcess.shown(folder.config()),
              "  data        " + ExchangeProcess.shown(folder.data()),
              "  durability  os");
    }
  }

  @Test
  void shouldStopInOrderWhenItIsTerminated() throws Exception {
    try (ExchangeProcess process = ExchangeProcess.open(folder)) {
      assertThat(process.terminate()).isZero();
      assertThat(process.log()).anyMatch(line -> line.endsWith("Stopped"));
      assertThat(process.err()).isEmpty();
    }
  }

  @Test
  void shouldRefuseADataFolderThatAnotherProcessHolds() throws Exception {
    try (ExchangeProcess first = ExchangeProcess.open(folder);
        ExchangeProcess second = ExchangeProcess.start(folder)) {
      assertThat(second.exitCode()).isEqualTo(2);
      assertThat(second.err()).hasSize(1);
      assertThat(second.err().get(0))
          .contains(folder.data().getFileName().toString(), "process " + first.pid());
    }
  }

  @Test
  void shouldEndAtOnceWhereItsLockWasRemoved() throws Exception {
    try (ExchangeProcess process = ExchangeProcess.open(folder)) {
      Files.delete(folder.data().resolve("lock"));

      assertThat(process.exitCode()).isEqualTo(1);
      assertThat(process.err()).anyMatch(line -> line.contains("lock: was removed"));
    }
  }

  @Test
  void shouldRefuseAnArchiveAmongWhatIsInUse() throws Exception {
    folder.settings("journal: {archive: fix/old}");
    try (ExchangeProcess process = ExchangeProcess.start(folder)) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.err())
          .singleElement()
          .asString()
          .startsWith("exchange.yaml: journal.archive: ");
    }
  }

  @Test
  void shouldNameWhatIsNoFile() throws Exception {
    Path run = Files.createDirectories(folder.data().resolve("run"));
    try (ExchangeProcess process = ExchangeProcess.start(folder)) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.err())
          .containsExactly(run + ": is no file, where a file is expected; move it away");
    }
  }

  @Test
  void shouldChangeNothingInADataFolderThatAnotherProcessHolds() throws Exception {
    try (ExchangeProcess first = ExchangeProcess.open(folder)) {
      Map<Path, FileTime> before = times(folder.data());
      try (ExchangeProcess second = ExchangeProcess.start(folder)) {
        assertThat(second.exitCode()).isEqualTo(2);
      }
      assertThat(times(folder.data())).isEqualTo(before);
      assertThat(first.terminate()).isZero();
    }
  }

  private static Map<Path, FileTime> times(Path data) throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  @Test
  void shouldSayThatThePortIsInUse() throws Exception {
    try (ServerSocket other = new ServerSocket(folder.port(), 1, InetAddress.getLoopbackAddress());
        ExchangeProcess process = ExchangeProcess.start(folder)) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.log())
          .containsExactly(
              "FIX port: 127.0.0.1:" + other.getLocalPort() + ": Address already in use");
    }
  }

  @Test
  void shouldSayInALineWhoMayNotLogOn() throws Exception {
    try (ExchangeProcess process = ExchangeProcess.open(folder);
        Socket stranger = new Socket(InetAddress.getLoopbackAddress(), folder.port())) {
      String body = "35=A|34=1|49=STRANGER|52=20260105-12:00:00|56=BOURSE|98=0|108=30|";
      stranger
          .getOutputStream()
          .write(
              ("8=FIX.4.4|9=" + body.length() + '|' + body + "10=000|")
                  .replace('|', '\u0001')
                  .getBytes(US_ASCII));
      assertThat(stranger.getInputStream().read()).isNegative();
      assertThat(process.terminate()).isZero();
      assertThat(process.err())
          .singleElement()
          .asString()
          .contains(" WARN ", "no session FIX.4.4:BOURSE->STRANGER is configured");
      assertThat(process.log()).noneMatch(line -> line.contains("{}"));
    }
  }

  @Test
  void shouldSayEveryFaultOfTheConfigurationOnALine() throws Exception {
    folder.exchange("durability: later", "ring: 3");
    folder.instruments("{symbol: ABC, tick: 0}", "{symbol: ABC}");
    try (ExchangeProcess process = ExchangeProcess.start(folder)) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.err()).hasSizeGreaterThanOrEqualTo(4);
      assertThat(process.err()).allMatch(line -> line.matches(".*\\.yaml:\\d+: .*"));
    }
    assertThat(path.resolve("data")).doesNotExist();
  }
}
