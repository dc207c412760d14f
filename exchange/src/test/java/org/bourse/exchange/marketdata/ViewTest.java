package org.bourse.exchange.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingPhase;
import org.junit.jupiter.api.Test;

final class ViewTest {
  private static final char BUY = '1';
  private static final char SELL = '2';

  private final BookFeed feed = new BookFeed();

  @Test
  void shouldTellTheBestLevelsOfBothSides() {
    feed.rests(1, BUY, 99, 5).rests(2, BUY, 99, 6).rests(3, BUY, 98, 7).rests(4, BUY, 97, 8);
    feed.rests(5, SELL, 101, 9);

    assertThat(whole(ViewContents.all(2, false, false)))
        .containsExactly(
            "new bid 1: 11 at 99 in 2", "new bid 2: 7 at 98 in 1", "new offer 1: 9 at 101 in 1");
  }

  @Test
  void shouldTellOrdersInTheirTurn() {
    feed.rests(1, BUY, 98, 5).rests(2, BUY, 99, 6).rests(3, BUY, 98, 7);

    assertThat(whole(ViewContents.bids(0, true, false)))
        .containsExactly(
            "new bid 1: 6 at 99 of #2", "new bid 2: 5 at 98 of #1", "new bid 3: 7 at 98 of #3");
  }

  @Test
  void shouldDeleteWhatIsPushedOut() {
    feed.rests(1, BUY, 99, 5).rests(2, BUY, 98, 6).told().rests(3, BUY, 100, 7);

    assertThat(changes(ViewContents.bids(2, false, false)))
        .containsExactly("delete bid 2: 6 at 98 in 1", "new bid 1: 7 at 100 in 1");
  }

  @Test
  void shouldLeaveWhatIsPushedOutToTheSubscriberWhoWantsThat() {
    feed.rests(1, BUY, 99, 5).rests(2, BUY, 98, 6).told().rests(3, BUY, 100, 7);

    assertThat(changes(ViewContents.bids(2, false, true)))
        .containsExactly("new bid 1: 7 at 100 in 1");
  }

  @Test
  void shouldTellOfWhatComesIn() {
    feed.rests(1, BUY, 99, 5).rests(2, BUY, 98, 6).rests(3, BUY, 97, 7).told().leaves(1, BUY, 99);

    assertThat(changes(ViewContents.bids(2, false, true)))
        .containsExactly("delete bid 1: 5 at 99 in 1", "new bid 2: 7 at 97 in 1");
  }

  @Test
  void shouldDeleteTheWorstFirst() {
    feed.rests(1, SELL, 101, 5).rests(2, SELL, 102, 6).rests(3, SELL, 103, 7).told();
    feed.leaves(1, SELL, 101).leaves(3, SELL, 103);

    assertThat(changes(ViewContents.all(0, false, false)))
        .containsExactly("delete offer 3: 7 at 103 in 1", "delete offer 1: 5 at 101 in 1");
  }

  @Test
  void shouldSayNothingOfWhatIsAsItWas() {
    feed.rests(1, BUY, 99, 5).told();
    feed.rests(2, BUY, 100, 6).leaves(2, BUY, 100).shows(1, BUY, 99, 4).shows(1, BUY, 99, 5);

    assertThat(changes(ViewContents.all(0, false, false))).isEmpty();
    assertThat(changes(ViewContents.all(0, true, false))).isEmpty();
  }

  @Test
  void shouldDeleteAnOrderThatLosesItsPlaceAndTellItAgain() {
    feed.rests(1, BUY, 99, 5).rests(2, BUY, 99, 6).told().rests(1, BUY, 99, 5);

    assertThat(changes(ViewContents.bids(0, true, false)))
        .containsExactly("delete bid 0: 5 at 99 of #1", "new bid 2: 5 at 99 of #1");
    assertThat(changes(ViewContents.bids(0, false, false))).isEmpty();
  }

  @Test
  void shouldDeleteAllOrdersOfALevelThatIsPushedOut() {
    feed.rests(1, BUY, 99, 5).rests(2, BUY, 99, 6).told().rests(3, BUY, 100, 7);

    assertThat(changes(ViewContents.bids(1, true, false)))
        .containsExactly(
            "delete bid 0: 5 at 99 of #1",
            "delete bid 0: 6 at 99 of #2",
            "new bid 1: 7 at 100 of #3");
  }

  @Test
  void shouldAverageTheHighestPriceThereCanBe() {
    feed.told().traded(Instrument.LARGEST, Instrument.LARGEST);

    assertThat(changes(ViewContents.all(1, false, false)))
        .contains("new vwap 1000000000000000000", "new volume 1000000000000000");
  }

  @Test
  void shouldTellWhatAnAuctionWouldGive() {
    feed.indicates(TradingPhase.OPENING_AUCTION, 100, 5).told();
    feed.indicates(TradingPhase.OPENING_AUCTION, 101, 0);

    assertThat(changes(ViewContents.all(1, false, false)))
        .containsExactly("delete imbalance 5", "change opening 10 at 101");
  }

  @Test
  void shouldTellAnotherKindOfAuctionAnew() {
    feed.indicates(TradingPhase.INTRADAY_AUCTION, 100, 0).told();
    feed.indicates(TradingPhase.CLOSING_AUCTION, 100, 0);

    assertThat(changes(ViewContents.all(1, false, false)))
        .containsExactly("delete opening 10 at 100", "new closing 10 at 100");
  }

  @Test
  void shouldTellMissedTradesAsTheyStandNow() {
    List<TradeTick> missed =
        List.of(
            tick(EntrySink.DELETE, 1, 0, 0),
            tick(EntrySink.NEW, 2, 100, 5),
            tick(EntrySink.NEW, 3, 101, 6),
            tick(EntrySink.CHANGE, 2, 100, 4),
            tick(EntrySink.DELETE, 3, 0, 0));

    assertThat(whole(ViewContents.all(1, false, false), missed))
        .containsExactly("new trade 2: 4 at 100");
  }

  @Test
  void shouldTellTheLastTradeWhereNoneWasMissed() {
    feed.traded(100, 5);

    assertThat(whole(ViewContents.all(1, false, false), List.of(tick(EntrySink.DELETE, 9, 0, 0))))
        .contains("new trade 1: 5 at 100 by 1");
  }

  private static TradeTick tick(char action, long matchId, long price, long quantity) {
    return new TradeTick(action, matchId, price, quantity, 0, '\0', '\0');
  }

  private List<String> whole(FeedRequest.Content content) {
    return whole(content, List.of());
  }

  private List<String> whole(FeedRequest.Content content, List<TradeTick> missed) {
    EntryLines lines = new EntryLines();
    new View(content, feed.book()).snapshot(lines, missed);
    return lines.lines();
  }

  private List<String> changes(FeedRequest.Content content) {
    EntryLines lines = new EntryLines();
    new View(content, feed.book()).update(lines);
    return lines.lines();
  }
}
