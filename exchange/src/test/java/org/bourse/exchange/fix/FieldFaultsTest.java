package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults in the fields of each request: Reject(3), or BusinessMessageReject(j) with 380=5. */
class FieldFaultsTest extends OneExchangeForAll {
  private static final String AT = "|60=20260105-12:00:00.000";
  private static final String ORDER = "35=D|11=NEW|55=ABC|54=1" + AT + "|38=10|40=2|44=9.99";

  /** Each request that is understood, with no field that it could do without. */
  private static final String[] REQUESTS = {
    "35=D|11=NEW|55=ABC|54=1" + AT + "|40=1|38=10",
    "35=F|11=NEW|41=NONE|55=ABC|54=1" + AT + "|38=10",
    "35=G|11=NEW|41=NONE|55=ABC|54=1" + AT + "|40=1|38=10",
    "35=H|11=NEW|55=ABC|54=1",
    "35=AF|584=NEW|585=7",
    "35=q|11=NEW|530=7" + AT,
    "35=Q|37=1|17=1|127=A|55=ABC|54=1",
    "35=x|320=NEW|559=4",
    "35=c|320=NEW|321=1|55=ABC",
    "35=g|335=NEW|263=0",
    "35=e|324=NEW|55=ABC|263=0",
    "35=AD|568=NEW|569=0",
  };

  @ParameterizedTest
  @MethodSource("requests")
  void shouldTakeWhatHasAllFields(String request) throws Exception {
    broker1.send(named(request));

    assertThat(broker1.reports()).extracting(answer -> answer.get(35)).doesNotContain("3", "j");
  }

  private static Stream<String> requests() {
    return Arrays.stream(REQUESTS);
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void shouldRejectWhatLacksAField(String request, String type, String tag) throws Exception {
    FixText answer = broker1.ask(named(request));

    assertThat(answer.only(35, 371, 372, 373))
        .isEqualTo("35=3|371=" + tag + "|372=" + type + "|373=1");
  }

  private static Stream<Arguments> incomplete() {
    return Arrays.stream(REQUESTS).flatMap(FieldFaultsTest::withoutOneField);
  }

  /** SecurityDefinitionRequest needs no Symbol. */
  private static Stream<Arguments> withoutOneField(String request) {
    String[] fields = request.split("\\|", -1);
    String type = fields[0].substring("35=".length());
    return Arrays.stream(fields)
        .skip(1)
        .filter(field -> !type.equals("c") || !field.startsWith("55="))
        .map(
            field -> {
              String tag = field.substring(0, field.indexOf('='));
              return Arguments.of(
                  Named.of(type + " without " + tag, request.replace('|' + field, "")), type, tag);
            });
  }

  @ParameterizedTest
  @MethodSource("conditional")
  void shouldRefuseWhatLacksAConditionalField(String request) throws Exception {
    FixText answer = broker1.ask(named(request));

    assertThat(answer.only(35, 380)).isEqualTo("35=j|380=5");
    assertThat(answer.get(58)).isNotEmpty();
    assertThat(broker1.reports()).isEmpty();
  }

  private static Stream<String> conditional() {
    return Stream.of(
        ORDER.replace("|44=9.99", ""),
        ORDER.replace("40=2|44=9.99", "40=3"),
        ORDER.replace("40=2", "40=4"),
        ORDER + "|59=6",
        "35=q|11=NEW|530=1" + AT,
        "35=q|11=NEW|530=6" + AT,
        "35=AF|584=NEW|585=1");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void shouldRejectFieldWithFault(String message, String expected) throws Exception {
    FixText answer = broker1.ask(named(message));

    assertThat(answer.only(35, 371, 372, 373)).isEqualTo("35=3|" + expected);
    assertThat(answer.get(58)).isNotEmpty();
    assertThat(broker1.reports()).isEmpty();
  }

  private static Stream<Arguments> faults() {
    String parties = ORDER + "|453=";
    return Stream.of(
        fault("tag that there is not", ORDER + "|4999=X", "371=4999|372=D|373=0"),
        fault("tag of another message", ORDER + "|41=X", "371=41|372=D|373=2"),
        fault("empty", ORDER.replace("55=ABC", "55="), "371=55|372=D|373=4"),
        fault("no value of the field", ORDER.replace("54=1", "54=Z"), "371=54|372=D|373=5"),
        fault("no number", ORDER.replace("38=10", "38=ten"), "371=38|372=D|373=6"),
        fault("given twice", ORDER + "|44=9.98", "371=44|372=D|373=13"),
        fault("header field in the body", ORDER + "|97=N", "371=97|372=D|373=14"),
        fault("group begins otherwise", parties + "1|447=D|448=A|452=1", "371=447|372=D|373=15"),
        fault("group of another count", parties + "2|448=A|447=D|452=1", "371=453|372=D|373=16"),
        fault("no date", ORDER + "|59=6|432=20261332", "371=432|372=D|373=6"),
        fault("no time", ORDER + "|59=6|126=noon", "371=126|372=D|373=6"),
        fault(
            "no time of change",
            "35=F|11=NEW|41=X|55=ABC|54=1" + AT + "|38=1|586=x",
            "371=586|372=F|373=6"),
        fault("MaxFloor in words", ORDER + "|111=few", "371=111|372=D|373=6"),
        fault("StopPx in words", ORDER + "|99=low", "371=99|372=D|373=6"),
        fault("no such type of mass cancel", "35=q|11=NEW|530=x" + AT, "371=530|372=q|373=5"),
        fault("no such type of mass status", "35=AF|584=NEW|585=x", "371=585|372=AF|373=6"),
        fault("no such subscription", "35=g|335=NEW|263=5", "371=263|372=g|373=5"));
  }

  private static Arguments fault(String name, String message, String expected) {
    return Arguments.of(Named.of(name, message), expected);
  }
}
