package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;
import static org.bourse.exchange.fix.OrderText.status;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests about all orders of a participant, and about one that waits. */
class MassRequestTest extends OneVenue {
  private static final String AT = "|60=20260105-12:00:00.000";

  @BeforeEach
  void enter() throws Exception {
    rest(broker1, limit("BUY", BUY, 10, "10.00"));
    rest(broker1, limit("SELL", SELL, 10, "11.00"));
    rest(broker1, order("STOP", "ABC", BUY, "10", "|40=3|99=12.00"));
    rest(broker1, order("OTHER", "XYZ", BUY, "100", "|40=2|44=10.00"));
    rest(broker2, limit("NOT-HIS", BUY, 10, "9.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "530=7, BUY STOP SELL OTHER",
    "530=7|54=2, SELL",
    "530=1|55=ABC, BUY STOP SELL",
    "530=1|55=XYZ, OTHER",
    "530=1|55=ABC|54=1, BUY STOP",
    "530=1|55=FRAC, ''",
    "530=6|336=DAY, BUY STOP SELL OTHER",
  })
  void shouldCancelAndReportEachAndThenTellHowMany(String terms, String concerned)
      throws Exception {
    List<String> names = concerned.isEmpty() ? List.of() : List.of(concerned.split(" ", -1));
    broker1.send("35=q|11=Q" + AT + "|" + terms);

    List<FixText> answers = broker1.reports();

    FixText last = answers.get(answers.size() - 1);
    assertThat(last.only(35, 11, 531, 533))
        .isEqualTo("35=r|11=Q|531=" + terms.charAt("530=".length()) + "|533=" + names.size());
    assertThat(last.get(37)).isNotEmpty();
    assertThat(answers.subList(0, answers.size() - 1))
        .extracting(report -> report.only(35, 11, 41, 150, 39, 151))
        .containsExactlyInAnyOrderElementsOf(
            names.stream().map(name -> "35=8|11=" + name + "|150=4|39=4|151=0").toList());
    assertThat(broker2.reports()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "585=7, BUY STOP SELL OTHER",
    "585=7|54=2, SELL",
    "585=1|55=XYZ, OTHER",
    "585=1|55=ABC|54=1, BUY STOP",
  })
  void shouldTellHowAllStand(String terms, String concerned) throws Exception {
    List<String> names = List.of(concerned.split(" ", -1));
    broker1.send("35=AF|584=Q|" + terms);

    List<FixText> answers = broker1.reports();

    assertThat(answers)
        .extracting(report -> report.only(35, 11, 17, 150, 39, 584, 911))
        .containsExactlyInAnyOrderElementsOf(
            names.stream()
                .map(name -> "35=8|11=" + name + "|17=0|150=I|39=0|584=Q|911=" + names.size())
                .toList());
    List<String> ends = new ArrayList<>(Collections.nCopies(names.size() - 1, "N"));
    ends.add("Y");
    assertThat(answers.stream().map(report -> report.get(912)).toList()).isEqualTo(ends);
  }

  @Test
  void shouldTellThatThereIsNoOrder() throws Exception {
    RawClient broker3 = RawClient.loggedOn(exchange.port(), "BROKER3");

    assertThat(broker3.ask("35=AF|584=Q|585=7").only(35, 37, 17, 150, 39, 584, 911, 912))
        .isEqualTo("35=8|37=NONE|17=0|150=I|39=8|584=Q|911=0|912=Y");
    broker3.close();
  }

  @Test
  void shouldTellThatAnOrderWaits() throws Exception {
    controls.post("hold", "type", "D");
    broker1.send(limit("HELD", BUY, 10, "10.00"));

    assertThat(broker1.ask(status("HELD", BUY)).only(11, 17, 150, 39, 38, 14, 151))
        .isEqualTo("11=HELD|17=0|150=I|39=A|38=10|14=0|151=10");
    controls.post("release");
    assertThat(broker1.receive().only(11, 150, 39)).isEqualTo("11=HELD|150=0|39=0");
  }

  @Test
  void shouldTellOfOrderByItsOrderId() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.00"));

    assertThat(broker1.ask(status("X", BUY) + "|37=" + taken.get(37)).only(37, 11, 150, 39))
        .isEqualTo("37=" + taken.get(37) + "|11=X|150=I|39=0");
    assertThat(broker1.ask(status("X", BUY) + "|37=4711").only(37, 150, 39, 103))
        .isEqualTo("37=NONE|150=I|39=8|103=5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"530=7", "530=1|55=ABC"})
  void shouldCancelNothingForAnUnknownTradingSession(String terms) throws Exception {
    assertThat(broker1.ask("35=q|11=Q" + AT + "|336=NIGHT|" + terms).only(35, 372, 380))
        .isEqualTo("35=j|372=q|380=1");
    assertThat(broker1.reports()).isEmpty();
  }
}
