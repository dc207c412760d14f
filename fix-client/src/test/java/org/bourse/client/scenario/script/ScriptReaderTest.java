package org.bourse.client.scenario.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bourse.client.fix.Dictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptReaderTest {
  private static final Dictionary DICTIONARY = Dictionary.fix44();
  private static final Path FILE = Path.of("some.scn");

  private final List<String> faults = new ArrayList<>();

  @Test
  void shouldReadIdAndTitle() {
    Scenario scenario = read("scenario D.1.a  two replaces in a row   # by the book").get(0);

    assertThat(scenario.id()).isEqualTo("D.1.a");
    assertThat(scenario.title()).isEqualTo("two replaces in a row");
  }

  @Test
  void shouldReadSession() {
    Step step =
        step("session B sender=BROKER2 target=OTHER username=b password=\"s e\" heartbeat=5");

    Session session = ((Step.Begin) step).declared();
    assertThat(session)
        .isEqualTo(new Session(step.place(), "B", "BROKER2", "OTHER", "b", "s e", 5));
  }

  @Test
  void shouldReadMessageToSend() {
    Step.Send send = (Step.Send) step("A > NewOrderSingle ClOrdID=X 60=- 58= 11=literal:Y 37=$o");

    assertThat(send.type()).isEqualTo("D");
    assertThat(send.fields())
        .containsExactly(
            field(11, text("X")),
            field(60, new Value.LeftOut()),
            field(58, text("")),
            field(11, new Value.Text("Y", true)),
            field(37, new Value.Captured("o")));
  }

  @Test
  void shouldReadExpectedMessage() {
    Step.Expect expect =
        (Step.Expect) step("A < 8 strict within=500ms 11=X 41=! 17=* 37=?order 39=1|2");

    assertThat(expect.type()).isEqualTo("8");
    assertThat(expect.strict()).isTrue();
    assertThat(expect.within()).isEqualTo(Duration.ofMillis(500));
    assertThat(expect.fields())
        .containsExactly(
            field(11, text("X")),
            field(41, new Value.Absent()),
            field(17, new Value.Present()),
            field(37, new Value.Capture("order")),
            field(39, new Value.AnyOf(List.of(text("1"), text("2")))));
  }

  @Test
  void shouldExpectWithinTwoSecondsWhereNothingElseIsSaid() {
    assertThat(((Step.Expect) step("A < 8")).within()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void shouldReadRegularExpression() {
    Step.Expect expect = (Step.Expect) step("A < 8 58=~\"a|b \\d\"");

    Value.Form form = (Value.Form) expect.fields().get(0).value();
    assertThat(form.pattern().pattern()).isEqualTo("a|b \\d");
  }

  @Test
  void shouldTakeMarksInQuotationMarksForText() {
    Step.Expect expect = (Step.Expect) step("A < 8 58=\"!\" 1=\"a|b\" 37=\"$x\"");

    assertThat(expect.fields())
        .containsExactly(field(58, text("!")), field(1, text("a|b")), field(37, text("$x")));
  }

  @Test
  void shouldReadGroups() {
    Step.Expect expect = (Step.Expect) step("A < W 268=2 [269=0 270=9.99] [*] 55=ABC");

    assertThat(expect.fields())
        .containsExactly(
            new Field(
                268,
                text("2"),
                List.of(
                    new Field.Entry(
                        false, List.of(field(269, text("0")), field(270, text("9.99")))),
                    new Field.Entry(true, List.of()))),
            field(55, text("ABC")));
  }

  @Test
  void shouldReadRawBytesAsTheyAre() {
    Step.Raw raw = (Step.Raw) step("A raw 8=FIX.4.4|9=auto|58=a \"b\" c#d|10=auto   # a comment");

    assertThat(raw.text()).isEqualTo("8=FIX.4.4|9=auto|58=a \"b\" c#d|10=auto");
  }

  @Test
  void shouldReadBlocks() {
    Scenario scenario =
        read(
                "scenario s",
                "session A sender=B",
                "repeat 3",
                "  A > D 11=X#n",
                "  any-order",
                "    A < 8 11=X#n",
                "    A < 8 39=0",
                "  end",
                "end")
            .get(0);

    Step.Repeat repeat = (Step.Repeat) scenario.steps().get(1);
    assertThat(repeat.times()).isEqualTo(3);
    assertThat(((Step.AnyOrder) repeat.steps().get(1)).expectations()).hasSize(2);
    assertThat(scenario.size()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "A connect,Connect",
    "A logon 98=0,Logon",
    "A logout,Logout",
    "A disconnect,Disconnect",
    "A expect disconnect within=5s,ExpectEnd",
    "A next-out 12,NextOut",
    "A next-in 7,NextIn",
    "A mute 5s,Mute",
    "A stop-reading 5s,StopReading",
    "A < none,ExpectNone",
    "A < none 300ms,ExpectNone",
    "A < garbled,Expect",
    "wait 200ms,Wait",
    "venue kill,Exchange",
    "venue stop,Exchange",
    "venue stop 12,Venue",
    "venue start,Exchange",
    "venue end-of-day,Venue"
  })
  void shouldReadEachForm(String line, String kind) {
    assertThat(step(line).getClass().getSimpleName()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "venue hold G session=A symbol=ABC; type=G session=A symbol=ABC",
        "venue release; ``",
        "venue release 2; count=2",
        "venue reject-next D reason=2 text=\"not now\"; type=D reason=2 text=not now",
        "venue delay F 500ms; type=F by=500ms",
        "venue fill 12 1000 @10.5; order=12 quantity=1000 price=10.5",
        "venue correct 7 31=10.1 32=900; execution=7 price=10.1 quantity=900",
        "venue restate 7 OrderQty=9000 378=5; order=7 quantity=9000 reason=5",
        "venue done-for-day ABC; symbol=ABC",
        "venue phase ABC pre-open; symbol=ABC phase=pre-open",
        "venue clock +1h; by=+1h",
        "venue gap A 3; session=A count=3",
        "venue mute A 5s; session=A for=5s",
        "venue corrupt A checksum; session=A what=checksum",
        "venue profile pending-acks=on ioc-remainder=expired; pending-acks=on"
            + " ioc-remainder=expired"
      })
  void shouldReadVenueLines(String line, String parameters) {
    Step.Venue venue = (Step.Venue) step(line);

    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Parameter> entry : venue.parameters().entrySet()) {
      found.add(entry.getKey() + "=" + entry.getValue().text());
    }
    assertThat(String.join(" ", found)).isEqualTo(parameters);
  }

  @Test
  void shouldReadCapturesInVenueLines() {
    List<Step> steps =
        read(
                "scenario s",
                "session A sender=B",
                "A < 8 37=?order",
                "venue done-for-day $order",
                "venue stop $order")
            .get(0)
            .steps();

    Parameter order = new Parameter(Parameter.Kind.CAPTURED, "order");
    assertThat(((Step.Venue) steps.get(2)).parameters()).isEqualTo(Map.of("order", order));
    assertThat(((Step.Venue) steps.get(3)).parameters()).isEqualTo(Map.of("order", order));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "C > D; 'C' is neither a session nor a step",
        "A; what shall session A do?",
        "A jumps; no session step is called 'jumps'",
        "A >; which message? '> D' or '> NewOrderSingle'",
        "A > NewOrder 11=X; FIX 4.4 has no message 'NewOrder'",
        "A > D 11; '11' is no field: tag=value",
        "A > D Prize=1; FIX 4.4 has no field 'Prize'",
        "A > D 11=?x; '=?x' can be expected, not sent (in quotation marks it is a text)",
        "A > D 39=1|2; '|' can be expected, not sent (in quotation marks it is a text)",
        "A > D 37=$x; nothing is captured as 'x' before",
        "A > D 11=X#n; #n is the round of a repeat, and there is none here",
        "A < 8 58=~(; '(' is no regular expression: Unclosed group",
        "A < 8 268=1 [269=0; a bracket is not closed",
        "A < 8 [269=0]; an entry in brackets stands behind the field that counts it: 268=2 [...]",
        "A < 8 within=soon; 'soon' is not a duration, such as 500ms, 2s, 1m or 1h",
        "A next-out 0; next-out takes a sequence number",
        "A disconnect now; disconnect takes nothing: 'now'",
        "A expect 8; what can be expected so is a disconnect: A expect disconnect",
        "A raw; raw: which bytes?",
        "repeat many; repeat takes a number of rounds, 1 to 1000000",
        "repeat 1000001; repeat takes a number of rounds, 1 to 1000000",
        "end; there is no repeat and no any-order to end",
        "venue; venue: what shall it do?",
        "venue dance; no venue control is called 'dance'",
        "venue fill 12 1000; venue fill: price is missing",
        "venue release 1 2; venue release: '2' is one too many",
        "venue hold X; a type of request is D, G or F, not 'X'",
        "venue bust $e; nothing is captured as 'e' before",
        "session A sender=X; there is a session A already",
        "session C; session C: sender= is missing",
        "session end sender=X; 'end' can't be the name of a session",
        "session C sender=X colour=red; 'colour=red': a session has sender=, target=, username=,"
            + " password=, heartbeat="
      })
  void shouldTellWhatIsWrongWithFileAndLine(String line, String fault) {
    read("scenario s", "session A sender=B", line);

    assertThat(faults).containsExactly("some.scn:3: " + fault);
  }

  @Test
  void shouldTellAllFaults() {
    read("scenario s", "A > D", "session A sender=B", "A < 8 39", "any-order", "A > D", "end");

    assertThat(faults)
        .containsExactly(
            "some.scn:2: 'A' is neither a session nor a step",
            "some.scn:4: '39' is no field: tag=value",
            "some.scn:6: only expected messages can come in any order",
            "some.scn:7: there is nothing between 5 and its end");
  }

  @Test
  void shouldTellBlockWithoutEnd() {
    read("scenario s", "session A sender=B", "repeat 2", "A > 0");

    assertThat(faults).containsExactly("some.scn:1: 'repeat 2' in line 3 has no end");
  }

  @Test
  void shouldTellStepBeforeScenario() {
    read("session A sender=B");

    assertThat(faults).containsExactly("some.scn:1: a step before the first 'scenario' line");
  }

  @Test
  void shouldTellIdThatIsThereTwice() {
    read("scenario s", "scenario s");

    assertThat(faults).containsExactly("some.scn:2: there is a scenario s in some.scn:1 already");
  }

  private static Field field(int tag, Value value) {
    return new Field(tag, value, null);
  }

  private static Value.Text text(String text) {
    return new Value.Text(text, false);
  }

  private List<Scenario> read(String... lines) {
    return new ScriptReader(DICTIONARY, FILE, faults).read(List.of(lines)).scenarios();
  }

  /** The step of a line that stands behind a session A and captures of o and x. */
  private Step step(String line) {
    List<Step> steps = read("scenario s", "session A sender=B", "A < 8 37=?o", line).get(0).steps();
    assertThat(faults).isEmpty();
    return steps.get(2);
  }
}
