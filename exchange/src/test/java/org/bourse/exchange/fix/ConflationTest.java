package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.order;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Subscribers who together would be sent more bytes than may be: several commands are told of at a
 * time, and all that subscribers do meanwhile must leave them with the right books.
 */
class ConflationTest extends OneExchange {
  private static final List<String> SYMBOLS = List.of("ABC", "XYZ");
  private static final String BOTH = "|267=3|269=0|269=1|269=2|146=2|55=ABC|55=XYZ";
  private static final int LEVELS = 100;
  private static final int TURNS = 1_500;
  private static final int FICKLE = 30;
  private static final long BANDWIDTH = 1 << 20;
  private static final int SPARE_SECONDS = 3; // what may be saved up, and overdrawn
  private static final String LAST = "700@0.50";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private String finalAbc = "";
  private String finalXyz = "";

  @Override
  RunningExchange prepared(RunningExchange plain) throws Exception {
    Stream<String> named = Stream.of("BROKER1", "BROKER2", "W1", "W2", "W3", "W4", "W5", "FRESH");
    Stream<String> fickle = IntStream.range(0, FICKLE).mapToObj(i -> "FICKLE" + i);
    return plain
        .withSessions(Stream.concat(named, fickle).toArray(String[]::new))
        .withSettings("market-data: {bandwidth: 1MB, cut-after: 60s}");
  }

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  /** What a subscriber does beside reading, each time a message has come. */
  private interface Habit {
    void heard(int messages) throws IOException;
  }

  private FeedSubscriber watcher(String compId, String request) throws IOException {
    FeedSubscriber watcher = FeedSubscriber.loggedOn(exchange.port(), compId);
    if (request.contains("266=N")) {
      watcher.byOrder();
    }
    watcher.send("V", "262=S|263=1|264=0|" + request + BOTH);
    watcher.next("W");
    watcher.next("W");
    return watcher;
  }

  /** Reads until the last order of each book was told; returns how many updates came before. */
  private Future<Integer> follow(FeedSubscriber watcher, Habit habit) {
    return threads.submit(
        () -> {
          int messages = 0;
          while (!SYMBOLS.stream().allMatch(each -> watcher.book(each).sides().contains(LAST))) {
            watcher.next();
            messages++;
            habit.heard(messages);
          }
          return messages;
        });
  }

  private static Habit none() {
    return messages -> {};
  }

  /** Asks for the last messages again, now and then. */
  private static Habit forgetful(FeedSubscriber watcher) {
    return messages -> {
      if (messages % 7 == 0) {
        watcher.send("2", "7=3|16=0");
      }
    };
  }

  private void deepen(String symbol) throws Exception {
    for (int level = 1; level <= LEVELS; level++) {
      String price = String.format("|40=2|44=%d.00", level);
      rest(broker1, order("L" + symbol + level, symbol, BUY, "100", price));
    }
  }

  private void trade() throws Exception {
    for (int turn = 0; turn < TURNS; turn++) {
      String symbol = SYMBOLS.get(turn % 2);
      String id = "T" + turn;
      broker1.ask(order(id, symbol, BUY, "100", "|40=2|44=" + (1 + turn % LEVELS) + ".00"));
      broker1.ask(cancel("C" + id, id, symbol, BUY));
      if (turn % 10 < 2) {
        rest(broker1, order("B" + id, symbol, BUY, "100", "|40=2|44=200.00"));
        broker2.ask(order("S" + id, symbol, SELL, "100", "|40=2|44=200.00"));
        broker1.receive();
      }
    }
    for (String symbol : SYMBOLS) {
      rest(broker1, order("LAST" + symbol, symbol, BUY, "700", "|40=2|44=0.50"));
    }
  }

  private static int trades() {
    return TURNS / 10;
  }

  private void awaitBooks() throws Exception {
    try (FeedSubscriber fresh = watcher("FRESH", "265=1")) {
      finalAbc = fresh.book("ABC").sides();
      finalXyz = fresh.book("XYZ").sides();
    }
    assertThat(finalAbc).contains(LAST);
  }

  private void assertRight(FeedSubscriber watcher) {
    assertThat(watcher.book("ABC").sides()).isEqualTo(finalAbc);
    assertThat(watcher.book("XYZ").sides()).isEqualTo(finalXyz);
    SYMBOLS.forEach(each -> assertThat(watcher.book(each).trades()).hasSize(trades()));
  }

  @Test
  void shouldLeaveAllWithTheRightBooksAndEveryTrade() throws Exception {
    deepen("ABC");
    deepen("XYZ");
    try (FeedSubscriber byPrice = watcher("W1", "265=1");
        FeedSubscriber byOrder = watcher("W2", "265=1|266=N");
        FeedSubscriber refreshed = watcher("W3", "265=0");
        FeedSubscriber atTimes = watcher("W4", "8001=30|265=1");
        FeedSubscriber forgetful = watcher("W5", "265=1")) {
      final long began = System.nanoTime();
      List<Future<Integer>> all = new ArrayList<>();
      all.add(follow(byPrice, none()));
      all.add(follow(byOrder, none()));
      all.add(follow(refreshed, none()));
      all.add(follow(atTimes, none()));
      all.add(follow(forgetful, forgetful(forgetful)));
      Future<Integer> fickle = threads.submit(this::comeAndGo);
      trade();
      awaitBooks();
      List<Integer> messages = new ArrayList<>();
      for (Future<Integer> each : all) {
        messages.add(each.get(30, TimeUnit.SECONDS));
      }

      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
      List<FeedSubscriber> watchers = List.of(byPrice, byOrder, refreshed, atTimes, forgetful);
      assertThat(watchers.stream().mapToLong(FeedSubscriber::bytes).sum())
          .isLessThan((seconds + SPARE_SECONDS) * BANDWIDTH);
      assertThat(messages).allMatch(count -> count < 2 * TURNS);
      for (FeedSubscriber each : List.of(byPrice, refreshed, atTimes, forgetful)) {
        assertRight(each);
      }
      assertThat(forgetful.book("ABC").wholes()).isGreaterThan(1);
      assertThat(byPrice.book("ABC").wholes()).as("nobody is shown all in between").isOne();
      assertThat(byOrder.book("ABC").bidIds()).hasSize(LEVELS + 1);
      assertThat(byOrder.book("XYZ").trades()).hasSize(trades());
      assertThat(fickle.get(30, TimeUnit.SECONDS)).isGreaterThan(1);
    }
  }

  /**
   * Subscribes, ends that, subscribes again and breaks off, one session after the other, until
   * trading has ended; returns how many did.
   */
  private int comeAndGo() throws IOException {
    int times = 0;
    boolean isOver = false;
    while (!isOver && times < FICKLE) {
      try (FeedSubscriber watcher = watcher("FICKLE" + times, "265=1")) {
        isOver = watcher.book("ABC").sides().contains(LAST);
        for (int i = 0; i < 5 && !isOver; i++) {
          watcher.next();
          isOver = watcher.book("ABC").sides().contains(LAST);
        }
        watcher.send("V", "262=S|263=2|264=0|265=1" + BOTH);
        watcher.send("V", "262=AGAIN|263=1|264=0|265=0" + BOTH);
        for (int wholes = 0; wholes < 2; ) {
          wholes += watcher.next().get(262).equals("AGAIN") ? 1 : 0;
        }
        times++;
      }
    }
    return times;
  }
}
