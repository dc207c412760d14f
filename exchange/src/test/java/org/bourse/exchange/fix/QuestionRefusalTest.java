package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.limit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of requests about many orders, and of questions about the venue. */
class QuestionRefusalTest extends OneExchangeForAll {

  @ParameterizedTest
  @CsvSource({
    "530=1|55=NOPE, 1",
    "530=6|336=NIGHT, 6",
    "530=2, 0",
    "530=3, 0",
    "530=4, 0",
    "530=5, 0",
  })
  void shouldNotHonourMassCancel(String terms, String reason) throws Exception {
    String order = named("=NEW").substring(1);
    broker1.ask(limit(order, BUY, 10, "9.99"));

    FixText answer = broker1.ask(named("35=q|11=NEW|60=20260105-12:00:00.000|" + terms));

    assertThat(answer.only(35, 530, 531, 532, 533))
        .isEqualTo("35=r|" + terms.substring(0, "530=1".length()) + "|531=0|532=" + reason);
    assertThat(answer.get(58)).isNotEmpty();
    assertThat(broker1.ask(cancel(order + "c", order, BUY)).only(150, 39)).isEqualTo("150=4|39=4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "35=c|320=NEW|321=1|55=NOPE",
        "35=e|324=NEW|55=NOPE|263=0",
        "35=e|324=NEW|55=NOPE|263=1",
        "35=H|11=NEW|55=NOPE|54=1",
        "35=AF|584=NEW|585=1|55=NOPE",
      })
  void shouldNotKnowTheSecurity(String question) throws Exception {
    assertRefused(question, 2);
  }

  @Test
  void shouldNotKnowTheTradingSession() throws Exception {
    assertRefused("35=g|335=NEW|263=0|336=NIGHT", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3", "4", "5", "6", "8"})
  void shouldNotOfferMassStatusOf(String type) throws Exception {
    assertRefused("35=AF|584=NEW|585=" + type, 0);
  }

  private void assertRefused(String question, int reason) throws Exception {
    FixText answer = broker1.ask(named(question));

    assertThat(answer.only(35, 380)).isEqualTo("35=j|380=" + reason);
    assertThat(question).startsWith("35=" + answer.get(372) + "|");
    assertThat(answer.get(58)).isNotEmpty();
    assertThat(broker1.reports()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void shouldSayWhichSecurityListIsNotOffered(String type) throws Exception {
    FixText answer = broker1.ask(named("35=x|320=NEW|559=" + type));

    assertThat(answer.only(35, 560, 146)).isEqualTo("35=y|560=1");
  }

  @Test
  void shouldSayThatSecurityListFindsNothing() throws Exception {
    assertThat(broker1.ask(named("35=x|320=NEW|559=0|55=NOPE")).only(35, 560, 146))
        .isEqualTo("35=y|560=2");
  }

  @Test
  void shouldRefuseSecurityDefinitionThatIsNoSymbols() throws Exception {
    assertThat(broker1.ask(named("35=c|320=NEW|321=2")).only(35, 323)).isEqualTo("35=d|323=5");
  }

  @ParameterizedTest
  @CsvSource({"1,0", "0,1"})
  void shouldRefuseTradesThatAreNotOffered(String type, String subscription) throws Exception {
    assertThat(
            broker1
                .ask(named("35=AD|568=NEW|569=" + type + "|263=" + subscription))
                .only(35, 748, 749, 750))
        .isEqualTo("35=AQ|748=0|749=8|750=2");
  }
}
