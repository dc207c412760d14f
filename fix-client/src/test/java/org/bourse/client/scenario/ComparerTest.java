package org.bourse.client.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bourse.client.fix.Dictionary;
import org.bourse.client.scenario.script.Script;
import org.bourse.client.scenario.script.Scripts;
import org.bourse.client.scenario.script.Step;
import org.bourse.client.scenario.wire.WireMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparerTest {
  private static final Dictionary DICTIONARY = Dictionary.fix44();
  private static final String REPORT =
      "8=FIX.4.4|9=1|35=8|34=5|49=B|56=A|37=12|11=X|17=007|150=F|39=1|44=10.00|38=100"
          + "|58=too late|60=now|10=000|";
  private static final String BOOK =
      "35=W|55=ABC|268=2|269=0|270=9.99|271=100|269=1|270=10.01|271=5|10=000|";
  private static final String PARTIES =
      "35=8|453=2|448=P1|447=D|452=1|802=2|523=s1|803=1|523=s2|803=2|448=P2|452=3|58=x|10=0|";

  private final Path folder;
  private final ClOrdIds clOrdIds = new ClOrdIds(1);
  private final Bindings bindings = new Bindings(clOrdIds);

  ComparerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "44=10, true",
    "44=10.001, false",
    "38=1e2, false",
    "17=007, true",
    "17=7, false",
    "39=1, true",
    "39=2, false",
    "39=2|1, true",
    "39=2|3, false",
    "41=!, true",
    "37=!, false",
    "41=!|9, true",
    "37=!|12, true",
    "37=*, true",
    "41=*, false",
    "58=, false",
    "58=~too.*, true",
    "58=~late, false",
    "37=?x, true",
    "41=?x, false",
    "37=?x 11=$x, false",
    "34=5, true",
    "strict 37=* 11=* 17=* 150=* 39=* 44=* 38=* 58=*, true",
    "strict 37=* 11=* 17=* 150=* 39=* 44=* 38=*, false"
  })
  void shouldCompareOneMessage(String fields, boolean fits) throws Exception {
    assertThat(compare("8 " + fields, REPORT).fits()).isEqualTo(fits);
  }

  @Test
  void shouldNotFitAnotherType() throws Exception {
    assertThat(compare("9", REPORT).fits()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "268=2 [269=0 270=9.990] [269=1], true",
    "268=2 [*] [271=5], true",
    "268=2 [269=1] [269=0], false",
    "268=2 [*], false",
    "268=2 [*] [*] [*], false",
    "268=2 [*] [*] 55=ABC, true",
    "269=0, false",
    "268=2 [271=!] [*], false",
    "strict 55=* 268=2 [269=* 270=* 271=*] [*], true",
    "strict 55=* 268=2 [269=* 270=*] [*], false"
  })
  void shouldCompareEntriesOfGroups(String fields, boolean fits) throws Exception {
    assertThat(compare("W " + fields, BOOK).fits()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "453=2 [448=P1 802=2 [523=s1] [803=2]] [448=P2 802=!] 58=x, true",
    "453=2 [802=2 [523=s2] [*]] [*], false",
    "453=2 [448=P1] [447=!], true"
  })
  void shouldCompareEntriesInEntries(String fields, boolean fits) throws Exception {
    assertThat(compare("8 " + fields, PARTIES).fits()).isEqualTo(fits);
  }

  @Test
  void shouldCapture() throws Exception {
    assertThat(compare("8 37=?order 17=?exec", REPORT).captured())
        .isEqualTo(Map.of("order", "12", "exec", "007"));
  }

  @Test
  void shouldCompareWithWhatWasCaptured() throws Exception {
    bindings.capture(Map.of("order", "12"));

    assertThat(compare("8 37=$order", REPORT, "8 37=?order").fits()).isTrue();
  }

  @Test
  void shouldCompareClOrdIdsAsTheyAreOnTheWire() throws Exception {
    String unique = clOrdIds.onWire(11, "X");

    assertThat(compare("8 11=X", REPORT).fits()).isFalse();
    assertThat(compare("8 11=literal:X", REPORT).fits()).isTrue();
    assertThat(compare("8 11=X", REPORT.replace("11=X", "11=" + unique)).fits()).isTrue();
  }

  @Test
  void shouldCompareIdsOfRefusedMessagesWhetherTheyAreClOrdIdsOrNot() throws Exception {
    String unique = clOrdIds.onWire(11, "X");

    assertThat(compare("j 379=X", "35=j|379=" + unique + "|10=0|").fits()).isTrue();
    assertThat(compare("j 379=md", "35=j|379=md|10=0|").fits()).isTrue();
  }

  @Test
  void shouldPutRoundIntoValues() throws Exception {
    bindings.beginRound(12);

    Comparison comparison = compare("8 37=#n", REPORT, "8 repeated");

    assertThat(comparison.fits()).isTrue();
  }

  @Test
  void shouldShowExpectedBesideReceivedByNames() throws Exception {
    Comparison comparison = compare("8 39=2 41=! 44=10", REPORT);

    assertThat(ComparisonText.lines(comparison))
        .startsWith(
            "                    expected            received",
            "  MsgType(35)       ExecutionReport(8)  ExecutionReport(8)",
            "* OrdStatus(39)     Filled(2)           PartiallyFilled(1)",
            "  OrigClOrdID(41)   (absent)            (absent)",
            "  Price(44)         10                  10.00",
            "  OrderID(37)                           12");
  }

  private Comparison compare(String expectation, String message) throws Exception {
    return compare(expectation, message, "8");
  }

  /** Compares with the last expectation of a script; {@code repeated} puts it into a repeat. */
  private Comparison compare(String expectation, String message, String before) throws Exception {
    boolean repeated = before.contains("repeated");
    Path file = folder.resolve("one.scn");
    List<String> lines =
        repeated
            ? List.of("scenario s", "session A sender=B", "repeat 1", "A < " + expectation, "end")
            : List.of("scenario s", "session A sender=B", "A < " + before, "A < " + expectation);
    Files.write(file, lines);
    List<Script> scripts = new Scripts(DICTIONARY).read(List.of(file));
    List<Step> steps = scripts.get(0).scenarios().get(0).lines();
    Step.Expect expect = (Step.Expect) steps.get(steps.size() - 1);
    byte[] bytes = message.replace('|', '\001').getBytes(StandardCharsets.UTF_8);
    return Comparer.compare(expect, WireMessage.of(bytes), DICTIONARY, bindings);
  }
}
