package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a settings file may not say, and how that is told. */
class FixSettingsTest {
  private static final List<String> DEFAULTS =
      List.of(
          "[DEFAULT]",
          "ConnectionType=acceptor",
          "BeginString=FIX.4.4",
          "SenderCompID=BOURSE",
          "SocketAcceptPort=9876",
          "StartTime=00:00:00",
          "EndTime=00:00:00");
  private static final String TWO = "[SESSION]\nTargetCompID=B\n[SESSION]\nTargetCompID=A\n";

  private final Path file;

  FixSettingsTest(@TempDir Path folder) {
    file = folder.resolve("fix.cfg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "HeartBtInt=abc; HeartBtInt must be a whole number of seconds, 1 or more, was \"abc\"",
        "ResetOnLogon=maybe; ResetOnLogon must be Y or N, was \"maybe\"",
        "ResetOnLogon=y; ResetOnLogon must be Y or N, was \"y\"",
        "SocketAcceptPort=99999; SocketAcceptPort must be a port, 1 to 65535, was \"99999\"",
        "StartDay=Foo; StartDay must be a day of the week, was \"Foo\"",
        "Weekdays=Mon,Foo; Weekdays must be days of the week, separated by commas, was \"Mon,Foo\"",
        "TimeZone=Mars/Olympus; TimeZone must be a time zone, such as UTC or Europe/Berlin,"
            + " was \"Mars/Olympus\"",
        "ConnectionType=initiator; ConnectionType must be acceptor, was \"initiator\"",
        "BeginString=FIX.4.2; BeginString must be FIX.4.4, was \"FIX.4.2\"",
        "PersistMessages=N; PersistMessages=N would lose reports, so it can't be had",
        "nonsense; expected Name=value, was \"nonsense\"",
        "[SESION]; expected [DEFAULT] or [SESSION], was \"[SESION]\"",
      })
  void shouldReportFaultOfAllSessionsOnce(String line, String fault) throws Exception {
    assertThat(faults(line, TWO)).containsExactly(file + ":8: " + fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99:00:00", "10:60:00", "10:00", "00:00:00 Nowhere/Land"})
  void shouldReportTimeThatIsNone(String time) throws Exception {
    assertThat(faults("EndTime=" + time, TWO)).singleElement().asString().contains(":8: EndTime");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EndTime=23:59:59",
        "EndTime=17:00:00 Europe/Berlin",
        "StartDay=sun",
        "Weekdays=Mo,Tu"
      })
  void shouldTakeWhatQuickFixTakes(String line) throws Exception {
    assertThat(faults(line, TWO)).isEmpty();
  }

  @Test
  void shouldReportSessionThatIsGivenTwice() throws Exception {
    assertThat(faults("", TWO + "[SESSION]\nTargetCompID=B\n"))
        .containsExactly(file + ":13: the session FIX.4.4:BOURSE->B is already in line 9");
  }

  @Test
  void shouldReportFaultsInOrderOfLines() throws Exception {
    assertThat(faults("HeartBtInt=0", "[SESSION]\n[SESSION]\nTargetCompID=A\nResetOnLogon=1\n"))
        .extracting(fault -> fault.substring(file.toString().length()))
        .extracting(fault -> fault.substring(0, fault.indexOf(' ', 5)))
        .containsExactly(":8: HeartBtInt", ":9: TargetCompID", ":12: ResetOnLogon");
  }

  @Test
  void shouldReportThatThereIsNoSession() throws Exception {
    assertThat(faults("", "")).containsExactly(file + ":1: no [SESSION] is given");
  }

  @Test
  void shouldReportMissingFile() {
    assertThat(messageOf(file))
        .isEqualTo(file + ": there is no such file; fix.settings in exchange.yaml names it");
  }

  private List<String> faults(String line, String sessions) throws IOException {
    Files.writeString(file, String.join("\n", DEFAULTS) + '\n' + line + '\n' + sessions);
    return messageOf(file).lines().toList();
  }

  private static String messageOf(Path file) {
    InvalidFixSettings fault =
        catchThrowableOfType(
            InvalidFixSettings.class, () -> FixSettings.load(file, OptionalInt.empty()));
    return fault == null ? "" : String.valueOf(fault.getMessage());
  }
}
