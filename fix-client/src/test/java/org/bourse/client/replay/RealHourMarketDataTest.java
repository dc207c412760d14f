package org.bourse.client.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bourse.client.marketdata.RawSubscriber;
import org.bourse.client.marketdata.RawSubscriber.Form;
import org.bourse.client.marketdata.RawSubscriber.Point;
import org.bourse.client.marketdata.Shown;
import org.bourse.client.venue.Bourse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The market data of the recorded hour, held against the file by three subscribers: by price and by
 * order at full depth, and at top of book. It is replayed once, from an empty book.
 *
 * <p>What is expected comes from the file alone, by these rules:
 *
 * <ul>
 *   <li>Each line is one request, and so one command of the exchange, the lines of the book as it
 *       stood at the start too. What a command changes comes in one X; so after each X the book is
 *       one that stands in the file. Each line changes the book; the top of it only where its best
 *       bid or offer, or what stands there, is another than on the line before.
 *   <li>Best bid and offer are price and quantity of both, from the columns bid, bid_qty, ask and
 *       ask_qty of each line; 9999999999 and -9999999999 are an empty side. Consecutive equals
 *       count once, in the file as in X, because trades and deeper levels make X, too.
 *   <li>A NEW never trades (no line of it expects fills) and rests behind the others at its price.
 *       An IOC takes the expected fills from the orders that they name; nothing of it rests. A
 *       REDUCE sets what is left of an order, which keeps its place. A CANCEL takes what is left.
 *   <li>Hidden executions are not in the file, and executions out of priority are a CANCEL or
 *       REDUCE there: the exchange is asked for nothing that the columns don't show.
 *   <li>The full book is that of the same lines ({@link RecordedBook}); where its best bid and
 *       offer are not what the columns say, the test fails.
 * </ul>
 *
 * <p>It stands still at a random action in each hundredth of the hour, and at the end. There the
 * rebuilt books are compared with the file's, and with a fresh W, once on the subscriber's session,
 * where it comes behind all X before it, and once on a session that has no subscription. The stops
 * are so near each other that what a subscriber could leave unread is within the exchange's limit,
 * so that no update is conflated, however slow the machine is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealHourMarketDataTest {

  private static final int POINTS = 100;
  private static final int SEED = 20120621;
  private static final Form PRICES = new Form(0, false);
  private static final Form ORDERS = new Form(0, true);
  private static final Form TOP = new Form(1, false);

  private final Path folder;
  private RecordedHour hour;
  private Bourse bourse;
  private RawSubscriber byPrice;
  private RawSubscriber byOrder;
  private RawSubscriber top;
  private RawSubscriber other;
  private List<String> differences;
  private final List<String> wrongBooks = new ArrayList<>();
  private int compared;

  RealHourMarketDataTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void replay() throws Exception {
    assumeTrue(Bourse.isBuilt(), "the exchange is not packaged");
    assumeTrue(Files.exists(RealHourTest.find()), "no recorded hour here");
    hour = RecordedHour.read(RealHourTest.find());
    bourse = Bourse.started(folder);
    byPrice = RawSubscriber.subscribed(bourse.port(), "BROKER2", "AAPL", PRICES);
    byOrder = RawSubscriber.subscribed(bourse.port(), "BROKER3", "AAPL", ORDERS);
    top = RawSubscriber.subscribed(bourse.port(), "BROKER4", "AAPL", TOP);
    other = RawSubscriber.connected(bourse.port(), "BROKER5", "AAPL");
    RecordedBook book = new RecordedBook();
    compare(book, "before all");
    long began = System.nanoTime();
    try (PausingReplay replay = new PausingReplay(hour.actions(), bourse.port(), "BROKER1")) {
      replayAll(replay, book);
      differences = replay.differences();
    }
    print(Duration.ofNanos(System.nanoTime() - began));
  }

  private void replayAll(PausingReplay replay, RecordedBook book) throws Exception {
    Random random = new Random(SEED);
    int all = hour.actions().size();
    int done = 0;
    for (int i = 0; i <= POINTS; i++) {
      int begin = (int) ((long) all * i / POINTS);
      int end = (int) ((long) all * (i + 1) / POINTS);
      int stop = i == POINTS ? all : begin + 1 + random.nextInt(end - begin);
      replay.sendUpTo(stop);
      for (; done < stop; done++) {
        book.apply(hour.actions().get(done));
        assertThat(book.top()).as("the file's line %d", done + 2).isEqualTo(hour.tops().get(done));
      }
      compare(book, "after the file's line " + (stop + 1) + ", seed " + SEED);
    }
  }

  private void compare(RecordedBook book, String when) throws Exception {
    Shown prices = book.byPrice();
    Shown orders = book.byOrder();
    compare(byPrice.point(PRICES), prices, "by price " + when);
    compare(byOrder.point(ORDERS), orders, "by order " + when);
    compare(top.point(TOP), prices.best(1), "top of book " + when);
    compare(other.point(PRICES).fresh(), prices, "another session's W by price " + when);
    compare(other.point(ORDERS).fresh(), orders, "another session's W by order " + when);
  }

  private void compare(Point point, Shown expected, String what) {
    compare(point.rebuilt(), expected, "rebuilt " + what);
    compare(point.fresh(), expected, "W " + what);
    if (!point.sameOrders()) {
      wrongBooks.add("other MDEntryIDs in W and rebuilt " + what);
    }
  }

  private void compare(Shown shown, Shown expected, String what) {
    compared++;
    List<String> bids = Differences.between(shown.bids(), expected.bids());
    List<String> offers = Differences.between(shown.offers(), expected.offers());
    if (!bids.isEmpty() || !offers.isEmpty()) {
      wrongBooks.add(what + ": bids " + bids + ", offers " + offers);
    }
  }

  private void print(Duration took) {
    System.out.printf(
        "%,d actions in %.1f s with %d stops, %,d best bids and offers, %,d trades%n",
        hour.actions().size(),
        took.toMillis() / 1000.0,
        POINTS + 1,
        hour.changesOfTop().size(),
        hour.trades().size());
    print("by price", byPrice);
    print("by order", byOrder);
    print("top of book", top);
  }

  private static void print(String name, RawSubscriber of) {
    System.out.printf(
        "%s: %d W, %,d X with %,d entries, %,d best bids and offers, %,d trades%n",
        name, of.snapshots(), of.updates(), of.entries(), of.tops().size(), of.trades().size());
  }

  @AfterAll
  void close() throws Exception {
    for (RawSubscriber subscriber : new RawSubscriber[] {byPrice, byOrder, top, other}) {
      if (subscriber != null) {
        subscriber.close();
      }
    }
    if (bourse != null) {
      bourse.close();
    }
  }

  @Test
  void shouldTradeAsTheFileExpects() {
    assertThat(differences).isEmpty();
  }

  @Test
  void shouldShowTheBestBidAndOfferOfTheFileByPrice() {
    assertThat(Differences.between(byPrice.tops(), hour.changesOfTop())).isEmpty();
  }

  @Test
  void shouldShowTheBestBidAndOfferOfTheFileByOrder() {
    assertThat(Differences.between(byOrder.tops(), hour.changesOfTop())).isEmpty();
  }

  @Test
  void shouldShowTheBestBidAndOfferOfTheFileAtTopOfBook() {
    assertThat(Differences.between(top.tops(), hour.changesOfTop())).isEmpty();
  }

  @Test
  void shouldTellEveryTradeOfTheFileToAll() {
    assertThat(Differences.between(byPrice.trades(), hour.trades())).isEmpty();
    assertThat(Differences.between(byOrder.trades(), hour.trades())).isEmpty();
    assertThat(Differences.between(top.trades(), hour.trades())).isEmpty();
  }

  @Test
  void shouldSendOneUpdateForEachActionThatChangesWhatIsShown() {
    assertThat(byPrice.updates()).isEqualTo(hour.actions().size());
    assertThat(byOrder.updates()).isEqualTo(hour.actions().size());
    assertThat(top.updates()).isEqualTo(hour.changesOfTop().size());
  }

  @Test
  void shouldShowEachBookWholeOnce() {
    assertThat(List.of(byPrice.snapshots(), byOrder.snapshots(), top.snapshots())).containsOnly(1);
  }

  @Test
  void shouldShowTheBookOfTheFileAtRandomPoints() {
    assertThat(wrongBooks).isEmpty();
    assertThat(compared).isEqualTo(8 * (POINTS + 2));
  }
}
