package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;

import java.util.List;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.fix.FeedSubscriber.Received;
import org.junit.jupiter.api.Test;

/** Subscribers that leave unread what they are sent, while others trade. */
class SlowSubscriberTest extends OneExchange {
  private static final int LEVELS = 200;
  private static final int TURNS = 1_200;
  private static final int TRADES = TURNS / 10;
  private static final String BULK = "|267=2|269=0|269=1|146=1|55=XYZ";

  @Override
  RunningExchange prepared(RunningExchange plain) throws Exception {
    return plain
        .withSessions("BROKER1", "BROKER2", "BROKER3", "BROKER4")
        .withSettings("market-data: {queue: 64KB, when-slow: conflate, cut-after: 60s}");
  }

  /** A book so deep that each update of it as a whole has many bytes. */
  private void deepen() throws Exception {
    for (int level = 1; level <= LEVELS; level++) {
      String price = String.format("%d.00", level);
      rest(broker1, order("L" + level, "XYZ", BUY, "100", "|40=2|44=" + price));
    }
  }

  private void trade() throws Exception {
    for (int turn = 0; turn < TURNS; turn++) {
      String id = "T" + turn;
      broker1.ask(order(id, "XYZ", BUY, "100", "|40=2|44=100.00"));
      broker1.ask(cancel("C" + id, id, "XYZ", BUY));
      if (turn % 10 == 0) {
        rest(broker1, limit("B" + id, BUY, 5, "10.00"));
        broker2.ask(limit("S" + id, SELL, 5, "10.00"));
        broker1.receive();
      }
    }
  }

  private FeedSubscriber subscribed(String whenSlow) throws Exception {
    FeedSubscriber subscriber = FeedSubscriber.loggedOn(exchange.port(), "BROKER3");
    subscriber.send("V", "262=BULK|263=1|264=0|265=0|815=" + whenSlow + BULK);
    subscriber.send(
        "V", "262=ABC|263=1|264=0|265=1|815=" + whenSlow + "|267=3|269=0|269=1|269=2|146=1|55=ABC");
    subscriber.next("W");
    subscriber.next("W");
    return subscriber;
  }

  @Test
  void shouldGetTheNewestBookAndEveryTrade() throws Exception {
    deepen();
    try (FeedSubscriber slow = subscribed("2")) {
      trade();
      rest(broker1, limit("LAST", BUY, 7, "9.00"));

      FeedBook abc = slow.book("ABC");
      int messages = 0;
      while (!abc.sides().equals("[7@9.00/1] []")) {
        slow.next();
        messages++;
      }
      assertThat(abc.trades()).hasSize(TRADES);
      assertThat(messages).isLessThan(TURNS);
      assertThat(slow.all()).hasSizeLessThan(TURNS);
      assertThat(slow.book("XYZ").sides()).startsWith("[100@200.00/1, 100@199.00/1, ");
    }
  }

  @Test
  void shouldBeCutWhereItAskedSo() throws Exception {
    deepen();
    try (FeedSubscriber slow = subscribed("3")) {
      trade();
      Received last = slow.next();
      while (!last.type().equals("5")) {
        last = slow.next();
      }
      assertThat(last.get(58)).matches("Too slow for the market data asked for: \\d+ bytes.*");
      assertThat(slow.isDropped()).isTrue();
    }
    try (FeedSubscriber again = subscribed("3")) {
      assertThat(again.book("XYZ").wholes()).isOne();
    }
  }

  @Test
  void shouldNotHoldUpOthers() throws Exception {
    deepen();
    try (FeedSubscriber slow = subscribed("2");
        FeedSubscriber quick = FeedSubscriber.loggedOn(exchange.port(), "BROKER4")) {
      quick.send("V", "262=Q|263=1|264=0|265=1|267=2|269=0|269=1|146=1|55=XYZ");
      quick.next("W");
      trade();

      List<Received> updates = quick.all();
      assertThat(updates).hasSize(2 * TURNS).allMatch(message -> message.type().equals("X"));
    }
  }

  @Test
  void shouldRefuseSnapshotsWhereTooManyWait() throws Exception {
    deepen();
    int asked = 600;
    try (FeedSubscriber greedy = FeedSubscriber.loggedOn(exchange.port(), "BROKER3")) {
      for (int i = 0; i < asked; i++) {
        greedy.send("V", "262=G" + i + "|263=0|264=0" + BULK);
      }
      int refused = 0;
      for (int i = 0; i < asked; i++) {
        Received answer = greedy.next();
        if (answer.type().equals("Y")) {
          assertThat(answer.get(58)).isEqualTo("Too many subscriptions");
          refused++;
        }
      }
      assertThat(refused).isBetween(1, asked - 256);
    }
  }
}
