package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.change;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;
import static org.bourse.exchange.fix.OrderText.replace;
import static org.bourse.exchange.fix.OrderText.status;

import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.model.TradingRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which refusal an order, a cancel, a replace and a status request get, line by line. */
class RefusalLinesTest extends OneVenue {
  private static final int[] REPORT = {35, 150, 39, 103, 14, 151};
  private static final int[] REJECT = {35, 37, 11, 41, 39, 434, 102};
  private static final TradingRules BANDED = new TradingRules(1000, 1000, 0, 0, 0, false, false);

  @Override
  RunningExchange prepared(RunningExchange plain) throws Exception {
    return super.prepared(plain).withTrading("XYZ", BANDED);
  }

  private void assertRefused(String order, int reason) throws Exception {
    FixText refusal = broker1.ask(order);
    assertThat(refusal.only(REPORT)).isEqualTo("35=8|150=8|39=8|103=" + reason + "|14=0|151=0");
    assertThat(refusal.get(58)).isNotEmpty();
  }

  @Test
  void shouldRefuseUnknownSymbol() throws Exception {
    assertRefused(order("X", "NOPE", BUY, "10", "|40=1"), 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed", "halted"})
  void shouldTakeNoOrdersAndNoReplacesWhileThereIsNoMarket(String phase) throws Exception {
    FixText taken = rest(broker1, order("X", "ABC", BUY, "10", "|40=2|44=10.00|59=1"));
    controls.phase("ABC", phase);

    assertRefused(limit("Y", BUY, 10, "10.00"), 2);
    assertThat(broker1.ask(change("Z", "X", BUY, 20, "|40=2|44=10.00|59=1")).only(REJECT))
        .isEqualTo("35=9|37=" + taken.get(37) + "|11=Z|41=X|39=0|434=2|102=2");
    assertThat(broker1.ask(cancel("C", "X", BUY)).only(11, 41, 150, 39))
        .isEqualTo("11=C|41=X|150=4|39=4");
  }

  @ParameterizedTest
  @CsvSource({"ABC,0", "ABC,-1", "ABC,0.5", "ABC,1000000001", "XYZ,150", "FRAC,0.0005"})
  void shouldRefuseQuantityThatCannotBe(String symbol, String quantity) throws Exception {
    assertRefused(order("X", symbol, BUY, quantity, "|40=1"), 13);
  }

  @Test
  void shouldRefuseCombinationThatIsNotOffered() throws Exception {
    assertRefused(order("X", "ABC", BUY, "10", "|40=1|18=6"), 11);
  }

  @ParameterizedTest
  @CsvSource({"40=2|44=10.01", "40=4|44=10.01|99=10.00", "40=3|99=10.01"})
  void shouldRefusePriceOffTheTick(String terms) throws Exception {
    assertRefused(order("X", "XYZ", BUY, "100", "|" + terms), 99);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.95", "11.05"})
  void shouldRefusePriceOutsideTheBand(String price) throws Exception {
    assertRefused(order("X", "XYZ", BUY, "100", "|40=2|44=" + price), 99);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.00", "11.00"})
  void shouldTakePriceAtTheEdgeOfTheBand(String price) throws Exception {
    rest(broker1, order("X", "XYZ", BUY, "100", "|40=2|44=" + price));
  }

  @Test
  void shouldRefusePostOnlyThatWouldTrade() throws Exception {
    rest(broker2, limit("S", SELL, 10, "10.00"));

    assertRefused(order("X", "ABC", BUY, "10", "|40=2|44=10.00|18=6"), 0);
    assertThat(broker2.reports()).isEmpty();
  }

  @Test
  void shouldRefuseOrderWhoseNameIsGivenWithTheStateOfTheFirst() throws Exception {
    FixText first = rest(broker1, limit("X", BUY, 10, "10.00"));
    rest(broker2, limit("S", SELL, 4, "10.01"));
    broker2.ask(replace("T", "S", SELL, 4, "10.00"));
    broker1.receive();

    FixText refusal = broker1.ask(limit("X", SELL, 99, "11.00"));

    assertThat(refusal.only(35, 37, 11, 150, 39, 103, 54, 38, 44, 14, 151))
        .isEqualTo(
            "35=8|37=" + first.get(37) + "|11=X|150=8|39=1|103=6|54=1|38=10|44=10.00|14=4|151=6");
  }

  @Test
  void shouldRefuseCancelAndReplaceWhoseNameIsGiven() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "10.00"));
    String refused = "35=9|37=" + taken.get(37) + "|11=X|41=X|39=0|434=";

    assertThat(broker1.ask(cancel("X", "X", BUY)).only(REJECT)).isEqualTo(refused + "1|102=6");
    assertThat(broker1.ask(replace("X", "X", BUY, 20, "10.00")).only(REJECT))
        .isEqualTo(refused + "2|102=6");
  }

  @Test
  void shouldRefuseToChangeWhatIsDone() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "10.00"));
    broker1.ask(cancel("C", "X", BUY));
    String refused = "35=9|37=" + taken.get(37) + "|11=Y|41=C|39=4|434=";

    assertThat(broker1.ask(cancel("Y", "X", BUY)).only(REJECT)).isEqualTo(refused + "1|102=0");
    assertThat(broker1.ask(replace("Z", "X", BUY, 20, "10.00")).only(REJECT))
        .isEqualTo(refused.replace("11=Y", "11=Z") + "2|102=0");
  }

  @Test
  void shouldNotKnowWhatIsUnknownOrAnothers() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "10.00"));
    String refused = "35=9|37=NONE|11=Y|41=X|39=8|434=";

    assertThat(broker2.ask(cancel("Y", "X", BUY)).only(REJECT)).isEqualTo(refused + "1|102=1");
    assertThat(broker2.ask(cancel("Y", "X", BUY) + "|37=" + taken.get(37)).only(REJECT))
        .isEqualTo(refused + "1|102=1");
    assertThat(broker2.ask(replace("Y", "X", BUY, 20, "10.00")).only(REJECT))
        .isEqualTo(refused + "2|102=1");
    assertThat(broker1.reports()).isEmpty();
  }

  @Test
  void shouldRefuseSecondChangeWhileOneIsPending() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "10.00"));
    controls.post("profile", "chaining", "off");
    controls.post("hold", "type", "F");
    assertThat(broker1.ask(cancel("Y", "X", BUY)).only(150, 39)).isEqualTo("150=6|39=6");
    String refused = "35=9|37=" + taken.get(37) + "|11=Z|41=X|39=6|434=2|102=3";

    assertThat(broker1.ask(replace("Z", "X", BUY, 20, "10.00")).only(REJECT)).isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"|40=1", "|40=3|99=11.00", "|40=2|44=10.005", "|40=2|44=10.00|59=3", "|40=2|44=0"})
  void shouldRefuseChangeThatMayNotBe(String terms) throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "10.00"));

    FixText refusal = broker1.ask(change("Y", "X", BUY, 20, terms));

    assertThat(refusal.only(REJECT))
        .isEqualTo("35=9|37=" + taken.get(37) + "|11=Y|41=X|39=0|434=2|102=2");
    assertThat(refusal.get(58)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"F", "G"})
  void shouldRefuseChangeOfAnotherStateThanTheOrderIsIn(String type) throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "10.00"));
    String request = type.equals("F") ? cancel("Y", "X", BUY) : replace("Y", "X", BUY, 9, "10.00");

    assertThat(broker1.ask(request + "|586=20260105-12:00:00.000").only(35, 39, 102))
        .isEqualTo("35=9|39=0|102=5");
    assertThat(
            broker1
                .ask(request.replace("11=Y", "11=Z") + "|586=" + taken.get(60))
                .only(35, 150, 39))
        .isEqualTo(type.equals("F") ? "35=8|150=4|39=4" : "35=8|150=5|39=0");
  }

  @Test
  void shouldNotKnowOrderThatAStatusIsAskedOf() throws Exception {
    rest(broker2, limit("X", BUY, 10, "10.00"));

    assertThat(broker1.ask(status("X", BUY)).only(35, 37, 17, 150, 39, 103))
        .isEqualTo("35=8|37=NONE|17=0|150=I|39=8|103=5");
    assertThat(broker1.ask("35=H|11=X|55=NOPE|54=1").only(35, 372, 380))
        .isEqualTo("35=j|372=H|380=2");
  }
}
