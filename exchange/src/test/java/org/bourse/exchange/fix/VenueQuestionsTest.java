package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;

import org.junit.jupiter.api.Test;

/** Questions about the venue, and notices from it. */
class VenueQuestionsTest extends OneVenue {
  private static final int[] SESSION = {35, 335, 336, 325, 340};
  private static final int[] SECURITY = {35, 324, 55, 325, 326, 31};

  @Test
  void shouldListAllSecuritiesWithTheirStepsAndLimits() throws Exception {
    FixText list = broker1.ask("35=x|320=Q|559=4");

    assertThat(list.only(35, 320, 560, 393, 893, 146))
        .isEqualTo("35=y|320=Q|560=0|393=4|893=Y|146=4");
    assertThat(list.body().substring(list.body().indexOf("|146=")))
        .isEqualTo(
            "|146=4"
                + "|55=ABC|561=1|562=1|58=tick=0.01 max-price=1000000.00 max-quantity=1000000000"
                + "|55=XYZ|561=100|562=100|58=tick=0.05 max-price=1000000.00"
                + " max-quantity=1000000000"
                + "|55=FRAC|561=0.001|562=0.001|58=tick=0.0001 max-price=1000000.0000"
                + " max-quantity=1000000000.000"
                + "|55=BIG|561=1|562=1|58=tick=1 max-price=1000000000000000"
                + " max-quantity=1000000000000000");
  }

  @Test
  void shouldListOneSecurity() throws Exception {
    assertThat(broker1.ask("35=x|320=Q|559=0|55=XYZ").only(35, 560, 393, 893, 146, 55, 561))
        .isEqualTo("35=y|560=0|393=1|893=Y|146=1|55=XYZ|561=100");
  }

  @Test
  void shouldDefineSecurity() throws Exception {
    FixText definition = broker1.ask("35=c|320=Q|321=0|55=XYZ");

    assertThat(definition.only(35, 320, 323, 55, 561, 562))
        .isEqualTo("35=d|320=Q|323=1|55=XYZ|561=100|562=100");
    assertThat(definition.get(322)).isNotEmpty();
    assertThat(definition.get(58)).contains("tick=0.05");
  }

  @Test
  void shouldTellTheStatusOfTheTradingSession() throws Exception {
    assertThat(broker1.ask("35=g|335=Q|263=0").only(SESSION))
        .isEqualTo("35=h|335=Q|336=DAY|325=N|340=2");
    assertThat(broker1.ask("35=g|335=Q2|263=0|336=DAY").only(SESSION))
        .isEqualTo("35=h|335=Q2|336=DAY|325=N|340=2");
  }

  @Test
  void shouldTellSubscribersOfTheEndOfTheTradingSession() throws Exception {
    broker1.ask("35=g|335=Q|263=1");

    controls.post("end-of-day");

    assertThat(broker1.reports())
        .extracting(answer -> answer.only(SESSION))
        .containsExactly("35=h|335=Q|336=DAY|325=Y|340=3");
  }

  @Test
  void shouldNotTellOfTheTradingSessionWhatAnAuctionWouldGive() throws Exception {
    controls.phase("ABC", "opening-auction");
    broker1.ask("35=e|324=Q|55=ABC|263=1");
    broker2.ask("35=g|335=Q|263=1");

    broker1.ask(limit("B", BUY, 10, "10.00"));
    FixText indication = broker1.receive();

    assertThat(indication.only(35, 325)).isEqualTo("35=f|325=Y");
    assertThat(broker2.reports()).isEmpty();
  }

  @Test
  void shouldTellTheStatusOfASecurity() throws Exception {
    assertThat(broker1.ask("35=e|324=Q|55=ABC|263=0").only(SECURITY))
        .isEqualTo("35=f|324=Q|55=ABC|325=N|326=17");
    broker1.ask(limit("B", BUY, 10, "10.00"));
    broker1.ask(limit("S", SELL, 10, "10.00"));
    broker1.reports();

    assertThat(broker1.ask("35=e|324=Q2|55=ABC|263=0").only(SECURITY))
        .isEqualTo("35=f|324=Q2|55=ABC|325=N|326=17|31=10.00");
    controls.phase("ABC", "halted");
    assertThat(broker1.reports()).isEmpty();
  }

  @Test
  void shouldTellSubscriberOfSecurityNothingMoreOnceItHasUnsubscribed() throws Exception {
    broker1.ask("35=e|324=Q|55=ABC|263=1");
    broker1.send("35=e|324=Q|55=ABC|263=2");

    controls.phase("ABC", "halted");

    assertThat(broker1.reports()).isEmpty();
  }

  @Test
  void shouldTellSubscriberOfOneSecurityNothingOfOthers() throws Exception {
    broker1.ask("35=e|324=Q|55=ABC|263=1");

    controls.phase("XYZ", "halted");

    assertThat(broker1.reports()).isEmpty();
  }

  @Test
  void shouldForgetSubscriptionsOfAClientThatIsGone() throws Exception {
    broker1.ask("35=e|324=Q|55=ABC|263=1");
    int next = broker1.nextOut();
    broker1.logOut();
    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1", next + 1);

    controls.phase("ABC", "halted");

    assertThat(broker1.reports()).isEmpty();
  }

  @Test
  void shouldGiveNewsToEverybody() throws Exception {
    controls.post("news", "text", "Trading ends early today");

    for (RawClient broker : new RawClient[] {broker1, broker2}) {
      assertThat(broker.receive().only(35, 148, 33, 58))
          .isEqualTo("35=B|148=Trading ends early today|33=1|58=Trading ends early today");
    }
  }
}
