package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.MarketDataText.ABC;
import static org.bourse.exchange.fix.MarketDataText.ANYBODY;
import static org.bourse.exchange.fix.MarketDataText.BOTH_SIDES;
import static org.bourse.exchange.fix.MarketDataText.VALID;
import static org.bourse.exchange.fix.MarketDataText.admission;
import static org.bourse.exchange.fix.MarketDataText.message;
import static org.bourse.exchange.fix.MarketDataText.reader;
import static org.bourse.exchange.fix.MarketDataText.with;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bourse.exchange.access.Names;
import org.bourse.exchange.access.Role;
import org.bourse.exchange.marketdata.EntryKind;
import org.bourse.exchange.marketdata.FeedRequest;
import org.bourse.exchange.marketdata.WhenSlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quickfix.Message;

/** What is read of a MarketDataRequest(V) that is answered with data. */
class MarketDataReaderTest {
  private final MarketDataReader reader = reader(WhenSlow.CONFLATE);

  @Test
  void shouldReadSubscription() throws Exception {
    assertThat(
            feed(
                "262=R"
                    + " 1|263=1|264=10|265=0|266=N|547=Y|267=3|269=0|269=2|269=A|146=2|55=XYZ|55=ABC"))
        .isEqualTo(
            new FeedRequest(
                "R 1",
                true,
                false,
                new FeedRequest.Content(
                    10, true, true, Set.of(EntryKind.BID, EntryKind.TRADE, EntryKind.IMBALANCE)),
                List.of(1, 0),
                0,
                WhenSlow.CONFLATE));
  }

  @ParameterizedTest
  @CsvSource({"0,, false, false", "0, 1, false, false", "1, 0, true, false", "1, 1, true, true"})
  void shouldReadWhetherUpdatesFollowAndHow(
      String type, String update, boolean updates, boolean incremental) throws Exception {
    String of265 = update == null ? "" : "|265=" + update;

    FeedRequest request = feed("262=R|263=" + type + "|264=0" + of265 + BOTH_SIDES + ABC);

    assertThat(request.updates()).isEqualTo(updates);
    assertThat(request.incremental()).isEqualTo(incremental);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "007, 7", "999999999, 999999999"})
  void shouldReadDepth(String text, int depth) throws Exception {
    assertThat(feed(with("264", text)).content().depth()).isEqualTo(depth);
  }

  @ParameterizedTest
  @CsvSource({"Y, false", "N, true"})
  void shouldReadWhetherByOrder(String text, boolean byOrder) throws Exception {
    assertThat(feed(with("266", text)).content().byOrder()).isEqualTo(byOrder);
  }

  @Test
  void shouldGiveBooksByPriceAndDeleteExplicitlyWhereNothingIsSaid() throws Exception {
    assertThat(feed(VALID).content())
        .isEqualTo(
            new FeedRequest.Content(0, false, false, Set.of(EntryKind.BID, EntryKind.OFFER)));
  }

  @ParameterizedTest
  @CsvSource({"0, CONFLATE", "1, CONFLATE", "2, CONFLATE", "3, CUT"})
  void shouldReadWhatBecomesOfSlowSubscriber(String action, WhenSlow whenSlow) throws Exception {
    assertThat(feed(with("815", action)).whenSlow()).isEqualTo(whenSlow);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "|815=0"})
  void shouldLeaveToTheVenueWhatIsNotAsked(String action) throws Exception {
    assertThat(reader(WhenSlow.CUT).read(message(VALID + action), ANYBODY))
        .isInstanceOfSatisfying(
            MarketDataRequests.Feed.class,
            feed -> assertThat(feed.request().whenSlow()).isEqualTo(WhenSlow.CUT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "250", "60000"})
  void shouldReadIntervalWhereverItStands(String millis) throws Exception {
    String interval = "|8001=" + millis;
    long nanos = Duration.ofMillis(Long.parseLong(millis)).toNanos();

    assertThat(feed("262=R" + interval + "|263=1|264=0|265=1" + BOTH_SIDES + ABC).intervalNanos())
        .isEqualTo(nanos);
    assertThat(feed(VALID + interval).intervalNanos()).isEqualTo(nanos);
    assertThat(feed(VALID + "|386=1|336=DAY" + interval).intervalNanos()).isEqualTo(nanos);
    assertThat(feed("262=R|263=1|264=0|265=1" + ABC + BOTH_SIDES + interval).intervalNanos())
        .isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"336=DAY", "336=DAY|625=X"})
  void shouldKnowTheOnlyTradingSession(String session) throws Exception {
    feed(VALID + "|386=1|" + session);
  }

  @ParameterizedTest
  @ValueSource(strings = {"546=1", "286=0", "286=4", "286=5", "286=0 4 5"})
  void shouldTakeWhatItOffersOnly(String field) throws Exception {
    feed(VALID.replace("|267=", '|' + field + "|267="));
  }

  @Test
  void shouldCountWhatIsAskedTwiceOnce() throws Exception {
    FeedRequest request =
        feed("262=R|263=0|264=0|267=3|269=0|269=0|269=0|146=3|55=XYZ|55=ABC|55=XYZ");

    assertThat(request.instruments()).containsExactly(1, 0);
    assertThat(request.content().kinds()).containsExactly(EntryKind.BID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "|146=0"})
  void shouldTakeAllInstrumentsWhereNoneIsNamed(String none) throws Exception {
    assertThat(feed("262=R|263=0|264=0" + BOTH_SIDES + none).instruments())
        .containsExactly(0, 1, 2);
  }

  @Test
  void shouldTakeAllThatAreGrantedWhereNoneIsNamed() throws Exception {
    Admission some = admission(Names.of("TEST", "ABC"), false, Role.MARKET_DATA);

    assertThat(reader.read(message("262=R|263=0|264=0" + BOTH_SIDES), some))
        .isInstanceOfSatisfying(
            MarketDataRequests.Feed.class,
            feed -> assertThat(feed.request().instruments()).containsExactly(0, 2));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldSayWhetherOnlyStandardFieldsAreGiven(boolean standard) throws Exception {
    Admission who = admission(Names.ANY, standard, Role.MARKET_DATA);

    assertThat(reader.read(message(VALID), who))
        .isInstanceOfSatisfying(
            MarketDataRequests.Feed.class, feed -> assertThat(feed.standard()).isEqualTo(standard));
  }

  @Test
  void shouldReadEndWhateverElseIsSaid() throws Exception {
    Admission nobody = admission(Names.of(), false, Role.TRADER);

    assertThat(reader.read(message("262=R|263=2|264=-1|267=1|269=3|146=1|55=NOPE"), nobody))
        .isEqualTo(new MarketDataRequests.End("R"));
  }

  private FeedRequest feed(String request) throws Exception {
    Message message = message(request);
    assertThat(MarketDataReader.form(message)).isNull();
    MarketDataRequests.Asked asked = reader.read(message, ANYBODY);
    assertThat(asked).isInstanceOf(MarketDataRequests.Feed.class);
    return ((MarketDataRequests.Feed) asked).request();
  }
}
