package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is refused, by which message, and that nothing else comes of it: the session goes on, and no
 * book has the order. All on one exchange, one refusal after the other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {
  private static final String LONG = "L".repeat(10_000);
  private static final String VALID =
      "35=D|11=bad|55=ABC|54=1|60=20260105-12:00:00.000|38=10|40=2|44=9.99";

  private static final String MARKET = VALID.replace("40=2|44=9.99", "40=1");

  private RunningExchange exchange;
  private RawClient broker1;
  private RawClient broker2;
  private int round;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    exchange = RunningExchange.start(folder);
    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1");
    broker2 = RawClient.loggedOn(exchange.port(), "BROKER2");
  }

  @AfterAll
  void close() throws Exception {
    broker1.close();
    broker2.close();
    exchange.close();
  }

  @ParameterizedTest
  @MethodSource({
    "badNumbers",
    "missing",
    "tooLong",
    "misplaced",
    "notOffered",
    "notSupported",
    "badQueries"
  })
  void shouldRefuseAndGoOn(String message, String expected) throws Exception {
    round++;
    int before = broker1.ask("35=1|112=before").number(34);

    FixText answer = broker1.ask(message.replace("11=bad", "11=bad" + round));

    assertThat(answer.only(35, 150, 39, 103, 102, 371, 372, 373, 380)).isEqualTo(expected);
    assertThat(answer.number(34)).isEqualTo(before + 1);
    assertThat(answer.get(58)).isNotEmpty();
    assertThatOrdersStillTrade(before + 1);
  }

  /** A sell at the lowest price would meet any buy that rests, a refused one among them. */
  private void assertThatOrdersStillTrade(int lastNumber) throws Exception {
    for (String symbol : new String[] {"ABC|100|0.01", "XYZ|100|0.05", "FRAC|100|0.0001"}) {
      String[] terms = symbol.split("\\|", -1);
      String sell = order("s" + round + terms[0], terms[0], SELL, terms[1], "|40=1");
      assertThat(broker2.ask(sell).only(35, 150)).isEqualTo("35=8|150=0");
      assertThat(broker2.receive().only(35, 150, 14)).startsWith("35=8|150=4|14=0");
    }
    FixText taken = broker1.ask(limit("good" + round, BUY, 10, "9.99"));
    assertThat(taken.only(35, 150, 39)).isEqualTo("35=8|150=0|39=0");
    assertThat(taken.number(34)).isEqualTo(lastNumber + 1);
    broker2.ask(limit("t" + round, SELL, 10, "9.99"));
    assertThat(broker2.receive().only(150, 39)).isEqualTo("150=F|39=2");
    assertThat(broker1.receive().only(11, 150, 39)).isEqualTo("11=good" + round + "|150=F|39=2");
  }

  private static Stream<Arguments> badNumbers() {
    String rejected = "35=8|150=8|39=8|103=";
    return Stream.of(
        refusal("half a tick", price("10.015"), rejected + "99"),
        refusal("tick of another grid", symbol("XYZ", "100", "10.01"), rejected + "99"),
        refusal("fraction below any", price("10.000000000000000000001"), rejected + "99"),
        refusal("price zero", price("0"), rejected + "99"),
        refusal("price zero with places", price("0.00"), rejected + "99"),
        refusal("price minus zero", price("-0"), rejected + "99"),
        refusal("negative price", price("-10.01"), rejected + "99"),
        refusal("price above maximum", price("1000000.01"), rejected + "99"),
        refusal("price of 20 digits", price("9".repeat(20)), rejected + "99"),
        refusal("price of 1000 digits", price("9".repeat(1000)), rejected + "99"),
        refusal("price of 1000 places", price("1." + "0".repeat(998) + "1"), rejected + "99"),
        refusal("half a lot", quantity("0.5"), rejected + "13"),
        refusal("odd lot", symbol("XYZ", "150", "10.05"), rejected + "13"),
        refusal("finer than scale", symbol("FRAC", "0.0005", "1"), rejected + "13"),
        refusal("quantity zero", quantity("0"), rejected + "13"),
        refusal("negative quantity", quantity("-10"), rejected + "13"),
        refusal("quantity above maximum", quantity("1000000001"), rejected + "13"),
        refusal("quantity that wraps a long", quantity("18446744073709551626"), rejected + "13"),
        refusal("quantity of 20 digits", quantity("9".repeat(20)), rejected + "13"),
        refusal("quantity of 1000 digits", quantity("9".repeat(1000)), rejected + "13"),
        refusal("price 1e9", price("1e9"), "35=3|371=44|372=D|373=6"),
        refusal("price NaN", price("NaN"), "35=3|371=44|372=D|373=6"),
        refusal("price Infinity", price("Infinity"), "35=3|371=44|372=D|373=6"),
        refusal("price with plus", price("+5"), "35=3|371=44|372=D|373=6"),
        refusal("price point", price("."), "35=3|371=44|372=D|373=6"),
        refusal("price minus", price("-"), "35=3|371=44|372=D|373=6"),
        refusal("price of two points", price("1.0.0"), "35=3|371=44|372=D|373=6"),
        refusal("price in hexadecimal", price("0x10"), "35=3|371=44|372=D|373=6"),
        refusal("price with blank", price(" 5"), "35=3|371=44|372=D|373=6"),
        refusal("price with comma", price("10,01"), "35=3|371=44|372=D|373=6"),
        refusal("quantity 1e3", quantity("1e3"), "35=3|371=38|372=D|373=6"),
        refusal("quantity with plus", quantity("+5"), "35=3|371=38|372=D|373=6"),
        refusal("quantity in words", quantity("ten"), "35=3|371=38|372=D|373=6"));
  }

  private static Stream<Arguments> missing() {
    String missing = "|372=D|373=1";
    return Stream.of(
        refusal("no ClOrdID", VALID.replace("|11=bad", ""), "35=3|371=11" + missing),
        refusal("no Symbol", VALID.replace("|55=ABC", ""), "35=3|371=55" + missing),
        refusal("no Side", VALID.replace("|54=1", ""), "35=3|371=54" + missing),
        refusal(
            "no TransactTime",
            VALID.replace("|60=20260105-12:00:00.000", ""),
            "35=3|371=60" + missing),
        refusal("no OrdType", VALID.replace("|40=2", ""), "35=3|371=40" + missing),
        refusal("no OrderQty", VALID.replace("|38=10", ""), "35=3|371=38" + missing),
        refusal("limit without Price", VALID.replace("|44=9.99", ""), "35=j|372=D|380=5"),
        refusal("stop without StopPx", MARKET.replace("40=1", "40=3"), "35=j|372=D|380=5"),
        refusal("stop-limit without StopPx", VALID.replace("40=2", "40=4"), "35=j|372=D|380=5"),
        refusal(
            "stop-limit without Price", MARKET.replace("40=1", "40=4|99=11"), "35=j|372=D|380=5"),
        refusal("good till date without a date", VALID + "|59=6", "35=j|372=D|380=5"),
        refusal(
            "replace without OrigClOrdID",
            VALID.replace("35=D", "35=G"),
            "35=3|371=41|372=G|373=1"),
        refusal(
            "cancel without OrigClOrdID",
            "35=F|11=bad|55=ABC|54=1|60=20260105-12:00:00.000|38=10",
            "35=3|371=41|372=F|373=1"),
        refusal("empty ClOrdID", VALID.replace("11=bad", "11="), "35=3|371=11|372=D|373=4"),
        refusal("empty Price", price(""), "35=3|371=44|372=D|373=4"),
        refusal("empty OrderQty", quantity(""), "35=3|371=38|372=D|373=4"),
        refusal("empty Account", VALID + "|1=", "35=3|371=1|372=D|373=4"));
  }

  private static Stream<Arguments> tooLong() {
    return Stream.of(
        refusal("long ClOrdID", VALID.replace("11=bad", "11=" + LONG), "35=3|371=11|372=D|373=5"),
        refusal("long Symbol", VALID.replace("55=ABC", "55=" + LONG), "35=3|371=55|372=D|373=5"),
        refusal("long Account", VALID + "|1=" + LONG, "35=3|371=1|372=D|373=5"),
        refusal(
            "long OrigClOrdID",
            VALID.replace("35=D", "35=G") + "|41=" + LONG,
            "35=3|371=41|372=G|373=5"),
        refusal(
            "long Text with a fault", price("10.015") + "|58=" + LONG, "35=8|150=8|39=8|103=99"));
  }

  private static Stream<Arguments> misplaced() {
    return Stream.of(
        refusal("field of another message", VALID + "|41=X", "35=3|371=41|372=D|373=2"),
        refusal("unknown tag", VALID + "|4999=X", "35=3|371=4999|372=D|373=0"),
        refusal("tag zero", VALID + "|0=X", "35=3|371=0|372=D|373=0"),
        refusal("repeated Price", VALID + "|44=9.98", "35=3|371=44|372=D|373=13"),
        refusal("repeated ClOrdID", VALID + "|11=other", "35=3|371=11|372=D|373=13"),
        refusal("Side of no meaning", VALID.replace("54=1", "54=Z"), "35=3|371=54|372=D|373=5"),
        refusal("Side of two", VALID.replace("54=1", "54=12"), "35=3|371=54|372=D|373=6"),
        refusal("OrdType of no meaning", VALID.replace("40=2", "40=z"), "35=3|371=40|372=D|373=5"),
        refusal("TimeInForce of no meaning", VALID + "|59=x", "35=3|371=59|372=D|373=5"),
        refusal(
            "TransactTime of no meaning",
            VALID.replace("60=20260105-12:00:00.000", "60=noon"),
            "35=3|371=60|372=D|373=6"));
  }

  private static Stream<Arguments> notOffered() {
    String rejected = "35=8|150=8|39=8|103=11";
    return Stream.of(
        refusal("ExecInst of no use here", VALID + "|18=2", rejected),
        refusal("ExecInst of two, one of no use here", VALID + "|18=6 2", rejected),
        refusal("StopPx without a stop", VALID + "|99=9.00", rejected),
        refusal("ExpireDate of a day order", VALID + "|432=20991231", rejected),
        refusal("ExpireTime of a day order", VALID + "|126=20991231-12:00:00", rejected),
        refusal("post-only that may not rest", VALID + "|18=6|59=3", rejected),
        refusal("MaxFloor that may not rest", VALID + "|111=5|59=3", rejected),
        refusal("MinQty at the close", VALID + "|110=5|59=7", rejected),
        refusal("post-only at the close", VALID + "|18=6|59=7", rejected),
        refusal("stop at the close", VALID.replace("40=2", "40=4") + "|99=11|59=7", rejected),
        refusal("stop with MinQty", VALID.replace("40=2", "40=4") + "|99=11|110=5", rejected),
        refusal("market to limit at once", MARKET.replace("40=1", "40=K") + "|59=3", rejected),
        refusal("pegged order", VALID.replace("40=2", "40=P"), rejected),
        refusal("good till crossing", VALID + "|59=5", rejected),
        refusal("at the opening, too late", VALID + "|59=2", "35=8|150=8|39=8|103=4"),
        refusal("sell short", VALID.replace("54=1", "54=5"), rejected),
        refusal("market order with Price", VALID.replace("40=2", "40=1"), rejected),
        refusal("unknown symbol", VALID.replace("55=ABC", "55=NOPE"), "35=8|150=8|39=8|103=1"),
        refusal(
            "symbol in other case", VALID.replace("55=ABC", "55=abc"), "35=8|150=8|39=8|103=1"));
  }

  private static Stream<Arguments> notSupported() {
    return Stream.of(
        refusal(
            "list of orders",
            "35=E|66=bad|394=3|68=1|73=1|11=bad|67=1|54=1|55=ABC|38=10",
            "35=j|372=E|380=3"),
        refusal(
            "cross",
            "35=s|548=bad|549=1|550=0|552=1|54=1|11=bad|38=10|55=ABC|60=20260105-12:00:00.000|40=2",
            "35=j|372=s|380=3"),
        refusal("unknown type", "35=ZZ|11=bad", "35=3|371=35|372=ZZ|373=11"));
  }

  private static Stream<Arguments> badQueries() {
    return Stream.of(
        refusal("status, unknown symbol", "35=H|11=bad|55=NOPE|54=1", "35=j|372=H|380=2"),
        refusal("status without Side", "35=H|11=bad|55=ABC", "35=3|371=54|372=H|373=1"),
        refusal(
            "status, long OrdStatusReqID",
            "35=H|11=bad|55=ABC|54=1|790=" + LONG,
            "35=3|371=790|372=H|373=5"));
  }

  private static Arguments refusal(String name, String message, String expected) {
    return Arguments.of(Named.of(name, message), expected);
  }

  private static String price(String price) {
    return VALID.replace("44=9.99", "44=" + price);
  }

  private static String quantity(String quantity) {
    return VALID.replace("38=10", "38=" + quantity);
  }

  private static String symbol(String symbol, String quantity, String price) {
    return price(price).replace("55=ABC", "55=" + symbol).replace("38=10", "38=" + quantity);
  }
}
