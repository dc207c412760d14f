package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;
import static org.bourse.exchange.fix.OrderText.replace;

import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.Tool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books, trades and values of the day, as one who has subscribed to them gets them. */
class MarketDataTest extends OneVenue {
  private static final String SIDES = "|267=2|269=0|269=1|146=1|55=ABC";
  private static final String END = "262=S|263=2|264=0|267=1|269=0|146=1|55=ABC";
  private static final String TRADES = "|267=1|269=2|146=1|55=ABC";
  private static final String VALUES =
      "|267=7|269=4|269=5|269=7|269=8|269=9|269=B|269=A|146=1|55=ABC";

  private FeedSubscriber subscriber;

  @BeforeEach
  @Override
  void open(@TempDir Path folder) throws Exception {
    super.open(folder);
    subscriber = FeedSubscriber.loggedOn(exchange.port(), "BROKER3");
  }

  @AfterEach
  @Override
  void close() throws Exception {
    subscriber.close();
    super.close();
  }

  private FeedBook abc() throws Exception {
    subscriber.all();
    return subscriber.book("ABC");
  }

  private void subscribe(String depth, String what) throws Exception {
    subscriber.send("V", "262=S|263=1|264=" + depth + "|265=1" + what);
    subscriber.next("W");
  }

  private void restSome() throws Exception {
    rest(broker1, limit("B1", BUY, 100, "10.00"));
    rest(broker2, limit("B2", BUY, 50, "10.00"));
    rest(broker1, limit("B3", BUY, 70, "9.99"));
    rest(broker2, limit("S1", SELL, 30, "10.02"));
  }

  @Test
  void shouldShowTheBookOnce() throws Exception {
    restSome();
    subscriber.send("V", "262=S|263=0|264=0" + SIDES);
    subscriber.next("W");
    rest(broker1, limit("B4", BUY, 10, "9.00"));

    assertThat(subscriber.all()).isEmpty();
    assertThat(subscriber.book("ABC").sides()).isEqualTo("[150@10.00/2, 70@9.99/1] [30@10.02/1]");
  }

  @Test
  void shouldTellEachCommandInOneMessage() throws Exception {
    subscribe("0", SIDES);
    restSome();
    broker2.ask(limit("S2", SELL, 160, "9.99"));

    List<FeedSubscriber.Received> updates = subscriber.all();
    assertThat(updates).hasSize(5).allMatch(message -> message.type().equals("X"));
    assertThat(subscriber.book("ABC").sides()).isEqualTo("[60@9.99/1] [30@10.02/1]");
  }

  @Test
  void shouldShowNoMoreThanWasAsked() throws Exception {
    subscribe("1", SIDES);
    restSome();
    rest(broker1, limit("B4", BUY, 10, "10.01"));
    assertThat(abc().sides()).isEqualTo("[10@10.01/1] [30@10.02/1]");

    broker1.ask(cancel("C", "B4", BUY));
    assertThat(abc().sides()).isEqualTo("[150@10.00/2] [30@10.02/1]");
  }

  @Test
  void shouldShowOrdersUnderNamesOfTheirOwn() throws Exception {
    subscriber.byOrder();
    restSome();
    subscriber.send("V", "262=O|263=1|264=0|265=1|266=N" + SIDES);
    FeedBook book = abc();
    assertThat(book.sides()).isEqualTo("[100@10.00, 50@10.00, 70@9.99] [30@10.02]");
    String first = book.bidIds().get(0);
    assertThat(first).isNotEqualTo("1");

    broker1.ask(replace("R", "B1", BUY, 120, "10.00"));
    assertThat(abc().sides()).isEqualTo("[50@10.00, 120@10.00, 70@9.99] [30@10.02]");
    assertThat(book.bidIds().get(1)).isEqualTo(first);
  }

  @Test
  void shouldNotShowWhatIsHidden() throws Exception {
    subscribe("0", SIDES);
    rest(broker1, order("I", "ABC", BUY, "100", "|40=2|44=10.00|111=10"));
    rest(broker1, order("T", "ABC", SELL, "40", "|40=4|44=9.00|99=9.00"));
    assertThat(abc().sides()).isEqualTo("[10@10.00/1] []");

    broker2.ask(limit("S", SELL, 15, "10.00"));
    assertThat(abc().sides()).isEqualTo("[5@10.00/1] []");
  }

  @Test
  void shouldTellTradesWithTheSideThatCameSecond() throws Exception {
    subscribe("0", TRADES);
    restSome();
    broker2.ask(limit("S2", SELL, 120, "10.00"));
    assertThat(abc().trades()).containsExactly("100@10.00 by 2", "20@10.00 by 2");
  }

  @Test
  void shouldTakeBackAndCorrectTrades() throws Exception {
    subscribe("0", TRADES);
    restSome();
    broker2.ask(limit("S2", SELL, 120, "10.00"));
    List<FixText> fills = broker1.reports();
    String execId = fills.get(fills.size() - 1).get(17);
    controls.post("correct", "execution", execId, "price", "10.01");
    assertThat(abc().trades()).containsExactly("100@10.01", "20@10.00 by 2");

    String again = broker1.reports().get(0).get(17);
    controls.post("bust", "execution", again);
    assertThat(abc().trades()).containsExactly("20@10.00 by 2");
  }

  @Test
  void shouldTellAuctions() throws Exception {
    subscriber.send("V", "262=S|263=1|264=0|265=1|267=3|269=2|269=4|269=A|146=1|55=ABC");
    subscriber.next("W");
    controls.phase("ABC", "opening-auction");
    rest(broker1, limit("B", BUY, 30, "10.10"));
    rest(broker2, limit("S", SELL, 20, "10.00"));
    await().until(() -> abc().statistics().matches("\\{45=10.\\d\\d x 20, A= x 10 P\\}"));

    controls.phase("ABC", "continuous");
    FeedBook book = abc();
    assertThat(book.trades()).hasSize(1).allMatch(trade -> trade.matches("20@10.\\d\\d R"));
    assertThat(book.statistics()).matches("\\{40=10.\\d\\d\\}");
  }

  @Test
  void shouldTellTheValuesOfTheDay() throws Exception {
    subscribe("0", VALUES);
    restSome();
    broker1.ask(limit("B4", BUY, 10, "10.02"));
    broker2.ask(limit("S2", SELL, 30, "10.00"));
    broker2.reports(); // the first was of the trade before
    assertThat(abc().statistics()).isEqualTo("{40=10.02, 7=10.02, 8=10.00, 9=10.00500, B= x 40}");

    controls.post("start-of-day");
    assertThat(abc().statistics()).isEqualTo("{54=10.00}");
  }

  @Test
  void shouldShowTheWholeEachTimeWhereAskedSo() throws Exception {
    subscriber.send("V", "262=S|263=1|264=0|265=0" + SIDES);
    subscriber.next("W");
    restSome();

    assertThat(subscriber.all()).hasSize(4).allMatch(message -> message.type().equals("W"));
    assertThat(subscriber.book("ABC").sides()).isEqualTo("[150@10.00/2, 70@9.99/1] [30@10.02/1]");
  }

  @Test
  void shouldEndSubscription() throws Exception {
    subscribe("0", SIDES);
    subscriber.send("V", END);
    subscriber.all();
    restSome();
    assertThat(subscriber.all()).isEmpty();

    subscriber.send("V", END);
    assertThat(subscriber.next("Y").toString())
        .isEqualTo("35=Y|262=S|58=There is no subscription with this MDReqID(262)");
  }

  @Test
  void shouldRefuseNameThatIsTaken() throws Exception {
    subscribe("0", SIDES);
    subscriber.send("V", "262=S|263=1|264=1|265=1" + TRADES);
    assertThat(subscriber.next("Y").toString()).startsWith("35=Y|262=S|281=1|");
  }

  @Test
  void shouldServeAllInstruments() throws Exception {
    subscriber.send("V", "262=S|263=1|264=0|265=1|267=2|269=0|269=1");
    for (String symbol : List.of("ABC", "XYZ", "FRAC", "BIG")) {
      assertThat(subscriber.next("W").get(55)).isEqualTo(symbol);
    }
    rest(broker1, order("F", "FRAC", BUY, "0.250", "|40=2|44=1.0001"));
    subscriber.next("X");
    assertThat(subscriber.book("FRAC").sides()).isEqualTo("[0.250@1.0001/1] []");
  }

  @Test
  void shouldGoOnWithNumbersOverRestart() throws Exception {
    subscriber.byOrder();
    restSome();
    subscriber.send("V", "262=O|263=1|264=0|265=1|266=N" + SIDES);
    FeedBook book = abc();
    broker2.ask(limit("S2", SELL, 120, "10.00"));
    String told = abc().sides();
    long number = book.rptSeq();
    List<String> ids = book.bidIds();
    subscriber.close();
    broker1.close();
    broker2.close();
    exchange.stop();
    exchange.start();
    broker1 = RawClient.connect(exchange.port(), "BROKER1");
    broker2 = RawClient.connect(exchange.port(), "BROKER2");

    subscriber = FeedSubscriber.loggedOn(exchange.port(), "BROKER3").byOrder();
    subscriber.send("V", "262=O|263=1|264=0|265=1|266=N" + SIDES);
    FeedBook after = abc();
    assertThat(after.sides()).isEqualTo(told);
    assertThat(after.bidIds()).isEqualTo(ids);
    assertThat(after.rptSeq()).isGreaterThanOrEqualTo(number);
  }

  @Test
  void shouldShowTheWholeAgainToOneWhoHasMissedSome() throws Exception {
    subscribe("0", SIDES);
    restSome();
    subscriber.all();
    subscriber.send("2", "7=2|16=0");

    assertThat(subscriber.next("4").get(123)).isEqualTo("Y");
    await().until(() -> abc().wholes() == 2);
    assertThat(abc().sides()).isEqualTo("[150@10.00/2, 70@9.99/1] [30@10.02/1]");
  }

  @Test
  void shouldKeepToTheInterval() throws Exception {
    subscriber.send("V", "262=S|8001=200|263=1|264=0|265=1" + SIDES);
    subscriber.next("W");
    restSome();
    for (int i = 0; i < 20; i++) {
      broker1.ask(limit("M" + i, BUY, 1, "9.00"));
    }
    await().until(() -> abc().sides().equals("[150@10.00/2, 70@9.99/1, 20@9.00/20] [30@10.02/1]"));
    assertThat(abc().wholes()).isBetween(2, 12);
  }

  @Test
  void shouldTellEachTradeOnceToOneWhoIsAlwaysBehind() throws Exception {
    subscriber.send("V", "262=S|8001=1|263=1|264=0|265=1" + TRADES);
    subscriber.next("W");
    int orders = 150; // more events than are looked at in one go
    for (int sweep = 0; sweep < 10; sweep++) {
      for (int i = 0; i < orders; i++) {
        rest(broker1, limit("R" + sweep + "-" + i, BUY, 1, "10.00"));
      }
      broker2.ask(limit("S" + sweep, SELL, orders, "10.00"));
      broker1.reports();
      broker2.reports();
    }
    await().until(() -> abc().trades().size() == 10 * orders);
  }

  @Test
  void shouldLeaveDataFolderInOrder() throws Exception {
    String end = "35=V|262=NONE|263=2|264=0|267=1|269=0|146=1|55=ABC";
    rest(broker1, limit("B1", BUY, 10, "9.99"));
    assertThat(broker1.ask(end).get(35)).isEqualTo("Y");
    rest(broker1, limit("B2", BUY, 10, "9.99"));
    Tool.requireVerified(exchange.data());
  }
}
