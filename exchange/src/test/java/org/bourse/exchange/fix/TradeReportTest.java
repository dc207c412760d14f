package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trades told again, busted and corrected. */
class TradeReportTest extends OneVenue {
  private static final int[] REPORT = {11, 150, 39, 19, 31, 32, 38, 14, 151, 6};
  private static final int[] CAPTURED = {35, 568, 150, 17, 55, 32, 31, 54, 37, 11};

  private FixText bought;
  private FixText sold;

  @BeforeEach
  void trade() throws Exception {
    rest(broker1, limit("B", BUY, 10, "10.00"));
    broker2.send(limit("S", SELL, 4, "10.00"));
    bought = broker1.receive();
    broker2.receive();
    sold = broker2.receive();
  }

  @Test
  void shouldTellTradesAgainToEachSideItsOwn() throws Exception {
    broker1.send("35=AD|568=Q|569=0");

    List<FixText> answers = broker1.reports();

    assertThat(answers.get(0).only(35, 568, 569, 748, 749, 750))
        .isEqualTo("35=AQ|568=Q|569=0|748=1|749=0|750=0");
    assertThat(answers).hasSize(2);
    assertThat(answers.get(1).only(CAPTURED))
        .isEqualTo(
            "35=AE|568=Q|150=F|17="
                + bought.get(17)
                + "|55=ABC|32=4|31=10.00|54=1|37="
                + bought.get(37)
                + "|11=B");
    assertThat(answers.get(1).only(570, 748, 912, 552)).isEqualTo("570=Y|748=1|912=Y|552=1");
    assertThat(answers.get(1).get(571)).isNotEmpty();
    broker2.send("35=AD|568=Q|569=0|55=ABC");
    assertThat(broker2.reports().get(1).only(CAPTURED))
        .isEqualTo(
            "35=AE|568=Q|150=F|17="
                + sold.get(17)
                + "|55=ABC|32=4|31=10.00|54=2|37="
                + sold.get(37)
                + "|11=S");
  }

  @Test
  void shouldTellNoTradesOfOthersAndNoneOfOtherInstruments() throws Exception {
    RawClient broker3 = RawClient.loggedOn(exchange.port(), "BROKER3");
    broker3.send("35=AD|568=Q|569=0");
    assertThat(broker3.reports())
        .extracting(answer -> answer.only(35, 748, 749, 750))
        .containsExactly("35=AQ|748=0|749=0|750=0");
    broker3.close();

    broker1.send("35=AD|568=Q|569=0|55=XYZ");

    assertThat(broker1.reports())
        .extracting(answer -> answer.only(35, 748, 749, 750))
        .containsExactly("35=AQ|748=0|749=0|750=0");
  }

  @Test
  void shouldTellBustToBothSidesAndInTheTradesTold() throws Exception {
    controls.post("bust", "execution", bought.get(17));

    FixText busted = broker1.receive();
    assertThat(busted.only(REPORT))
        .isEqualTo("11=B|150=H|39=0|19=" + bought.get(17) + "|31=0.00|32=0|38=10|14=0|151=10|6=0");
    assertThat(broker2.receive().only(11, 150, 39, 19, 14, 151))
        .startsWith("11=S|150=H|39=")
        .contains("|19=" + sold.get(17) + "|14=0|");
    broker1.send("35=AD|568=Q|569=0");
    assertThat(broker1.reports().get(1).only(35, 150, 17))
        .isEqualTo("35=AE|150=H|17=" + busted.get(17));
  }

  @Test
  void shouldTellCorrectionToBothSidesAndInTheTradesTold() throws Exception {
    controls.post("correct", "execution", bought.get(17), "price", "9.90", "quantity", "3");

    FixText corrected = broker1.receive();
    assertThat(corrected.only(REPORT))
        .isEqualTo(
            "11=B|150=G|39=1|19=" + bought.get(17) + "|31=9.90|32=3|38=10|14=3|151=7|6=9.90");
    assertThat(broker2.receive().only(11, 150, 19, 31, 32, 14, 6))
        .isEqualTo("11=S|150=G|19=" + sold.get(17) + "|31=9.90|32=3|14=3|6=9.90");
    broker1.send("35=AD|568=Q|569=0");
    assertThat(broker1.reports().get(1).only(35, 17, 32, 31))
        .isEqualTo("35=AE|17=" + corrected.get(17) + "|32=3|31=9.90");
  }

  @Test
  void shouldReferToTheLastCorrection() throws Exception {
    controls.post("correct", "execution", bought.get(17), "price", "9.90");
    FixText first = broker1.receive();

    controls.post("correct", "execution", first.get(17), "price", "9.80");

    assertThat(broker1.receive().only(150, 19, 31))
        .isEqualTo("150=G|19=" + first.get(17) + "|31=9.80");
  }

  @Test
  void shouldTakeDontKnowTradeWithoutAWord() throws Exception {
    broker1.send(
        "35=Q|37=" + bought.get(37) + "|17=" + bought.get(17) + "|127=D|55=ABC|54=1|38=10");

    assertThat(broker1.reports()).isEmpty();
    rest(broker1, order("X", "ABC", BUY, "10", "|40=2|44=9.00"));
  }
}
