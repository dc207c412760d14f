package org.bourse.client.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketBookTest {

  private static final String START =
      "83=7|268=3|269=0|270=10.00|271=100|346=2|290=1|269=0|270=9.98|271=50|346=1|290=2"
          + "|269=1|270=10.02|271=30|346=1|290=1";
  private static final String ORDERS =
      "83=3|268=3|269=0|278=a|270=10.00|271=100|290=1|269=0|278=b|270=10.00|271=20|290=2"
          + "|269=0|278=c|270=9.99|271=5|290=3";

  @Test
  void shouldTakeTheLevelsOfASnapshot() throws Exception {
    InstrumentBook abc = abc(Wire.book(false, Wire.w(START)));

    assertThat(Wire.levels(abc.bids())).containsExactly("100/2@10.00", "50/1@9.98");
    assertThat(Wire.levels(abc.offers())).containsExactly("30/1@10.02");
    assertThat(abc.rptSeq()).isEqualTo(7);
  }

  @Test
  void shouldApplyOneEntryAfterTheOther() throws Exception {
    InstrumentBook abc =
        abc(
            Wire.book(
                false,
                Wire.w(START),
                Wire.x(
                    "268=3|279=2|269=0|55=ABC|270=9.98|290=2|83=8"
                        + "|279=0|269=0|55=ABC|270=10.01|271=7|346=1|290=1|83=9"
                        + "|279=1|269=0|55=ABC|270=10.00|271=60|346=1|290=2|83=10")));

    assertThat(Wire.levels(abc.bids())).containsExactly("7/1@10.01", "60/1@10.00");
    assertThat(abc.rptSeq()).isEqualTo(10);
    assertThat(abc.isLevel()).isTrue();
  }

  @Test
  void shouldKeepOrdersInTheirTurn() throws Exception {
    InstrumentBook abc =
        abc(
            Wire.book(
                true,
                Wire.w(ORDERS),
                Wire.x(
                    "268=3|279=2|269=0|278=a|55=ABC|270=10.00|83=4"
                        + "|279=1|269=0|278=b|55=ABC|270=10.00|271=15|83=5"
                        + "|279=0|269=0|278=a|55=ABC|270=10.00|271=200|290=2|83=6")));

    assertThat(Wire.orders(abc.bids())).isEqualTo("b:15 a:200 c:5");
    assertThat(Wire.levels(abc.bids())).containsExactly("215/2@10.00", "5/1@9.99");
  }

  @Test
  void shouldDropAPriceWithItsLastOrder() throws Exception {
    InstrumentBook abc =
        abc(
            Wire.book(
                true, Wire.w(ORDERS), Wire.x("268=1|279=2|269=0|278=c|55=ABC|270=9.99|83=4")));

    assertThat(Wire.levels(abc.bids())).containsExactly("120/2@10.00");
  }

  @Test
  void shouldPutOrdersWithoutAPriceFirst() throws Exception {
    InstrumentBook abc =
        abc(Wire.book(false, Wire.w("83=1|268=2|269=1|271=5|290=1|269=1|270=10|271=6|290=2")));

    assertThat(Wire.levels(abc.offers())).containsExactly("5@market", "6@10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "279=1|269=0|55=ABC|270=10.00|271=60|290=1|83=9",
        "279=1|269=0|55=ABC|270=10.00|271=60|290=1|83=7",
        "279=1|269=0|55=ABC|270=10.01|271=60|290=1|83=8",
        "279=2|269=0|55=ABC|270=10.01|290=1|83=8",
        "279=0|269=0|55=ABC|270=10.00|271=60|290=1|83=8",
        "279=0|269=0|55=ABC|270=10.01|271=60|290=2|83=8",
        "279=0|269=0|55=ABC|270=10.01|290=1|83=8",
        "279=0|269=0|55=XYZ|270=10.01|271=60|290=1|83=1"
      })
  void shouldSayThatAnEntryDoesNotFit(String entry) throws Exception {
    MarketBook book = Wire.book(false, Wire.w(START));

    assertThatThrownBy(() -> book.apply(Wire.x("268=1|" + entry))).isInstanceOf(OutOfStep.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "279=1|269=0|55=ABC|270=10.00|271=60|83=4",
        "279=1|269=0|278=z|55=ABC|270=10.00|271=60|83=4",
        "279=2|269=0|278=z|55=ABC|270=10.00|83=4",
        "279=0|269=0|278=a|55=ABC|270=10.00|271=60|290=3|83=4",
        "279=0|269=0|278=z|55=ABC|270=10.00|271=60|290=1|83=4",
        "279=1|269=0|278=a|55=ABC|270=10.01|271=60|83=4"
      })
  void shouldSayThatAnOrderDoesNotFit(String entry) throws Exception {
    MarketBook book = Wire.book(true, Wire.w(ORDERS));

    assertThatThrownBy(() -> book.apply(Wire.x("268=1|" + entry))).isInstanceOf(OutOfStep.class);
  }

  @Test
  void shouldNameTheGap() throws Exception {
    MarketBook book = Wire.book(false, Wire.w(START));

    assertThatThrownBy(
            () -> book.apply(Wire.x("268=1|279=1|269=0|55=ABC|270=10.00|271=1|290=1|83=11")))
        .hasMessage("ABC: RptSeq 11 where 8 comes next");
    assertThat(abc(book).isLevel()).isFalse();
  }

  @Test
  void shouldBeLevelAgainWithASnapshotThatJumpsAhead() throws Exception {
    MarketBook book =
        Wire.book(false, Wire.w(START), Wire.w("83=90|268=1|269=0|270=1|271=1|290=1"));
    book.apply(Wire.x("268=1|279=1|269=0|55=ABC|270=1|271=2|290=1|83=91"));

    assertThat(Wire.levels(abc(book).bids())).containsExactly("2@1");
    assertThat(abc(book).offers().levels()).isEmpty();
    assertThat(abc(book).snapshots()).isEqualTo(2);
  }

  @Test
  void shouldDoWithoutNumbers() throws Exception {
    MarketBook book =
        Wire.book(
            false,
            Wire.w("268=1|269=0|270=1|271=1|290=1"),
            Wire.x("268=1|279=1|269=0|55=ABC|270=1|271=2|290=1"),
            Wire.x("268=1|279=1|269=0|55=ABC|270=1|271=3|290=1"));

    assertThat(Wire.levels(abc(book).bids())).containsExactly("3@1");
  }

  @Test
  void shouldBustAndCorrectTrades() throws Exception {
    MarketBook book =
        Wire.book(
            false,
            Wire.w("83=1|268=1|269=2|278=t1|270=10.00|271=5|272=20260701|273=09:59:00.5|2446=1"),
            Wire.x("268=1|279=0|269=2|278=t2|55=ABC|270=10.01|271=6|2446=2|83=2"),
            Wire.x("268=1|279=1|269=2|278=t1|55=ABC|270=10.05|271=4|2446=1|83=3"),
            Wire.x("268=1|279=2|269=2|278=t2|55=ABC|83=4"));

    assertThat(abc(book).tape().trades()).extracting(Trade::id).containsExactly("t1");
    assertThat(abc(book).tape().last()).extracting("price").hasToString("10.05");
  }

  @Test
  void shouldKeepTheTradesOfBeforeASnapshot() throws Exception {
    String trade = "268=1|269=2|278=t1|270=10.00|271=5";
    MarketBook book =
        Wire.book(
            false,
            Wire.w("83=1|" + trade),
            Wire.w("83=5|268=2|269=2|278=t1|270=10.00|271=5|269=2|278=t2|270=10.10|271=1"));

    assertThat(abc(book).tape().trades()).extracting(Trade::id).containsExactly("t2", "t1");
  }

  @Test
  void shouldTellTheIndicativePriceFromTheOpening() throws Exception {
    MarketBook book =
        Wire.book(false, Wire.w("83=1|268=2|269=4|270=9.50|269=4|270=10.00|271=5|286=5"));
    book.apply(Wire.x("268=1|279=2|269=4|55=ABC|286=5|83=2"));

    assertThat(abc(book).figure("opening")).extracting("price").hasToString("9.50");
    assertThat(abc(book).figure("indicative-opening")).isNull();
  }

  @Test
  void shouldTakeFieldsThatItDoesNotKnow() throws Exception {
    InstrumentBook abc =
        abc(
            Wire.book(
                false, Wire.w("22=8|83=1|268=1|269=0|15=EUR|270=1|271=2|9999=what|290=1|813=0")));

    assertThat(Wire.levels(abc.bids())).containsExactly("2@1");
  }

  /** Each step is told as the contract has it: deletes worst first, then new and changed ones. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void shouldFollowARandomBook(long seed) throws Exception {
    Random random = new Random(seed);
    List<Integer> truth = new ArrayList<>();
    MarketBook book = Wire.book(false, Wire.w("83=0|268=0"));
    for (int seq = 1; seq <= 500; seq++) {
      int price = 1 + random.nextInt(40);
      boolean there = truth.contains(price);
      String action = !there ? "0" : random.nextBoolean() ? "1" : "2";
      if (!there) {
        truth.add(price);
        truth.sort(Comparator.reverseOrder());
      }
      int position = truth.indexOf(price) + 1;
      if (action.equals("2")) {
        truth.remove(Integer.valueOf(price));
      }
      book.apply(
          Wire.x(
              "268=1|279=%s|269=0|55=ABC|270=%d.0|271=%d|290=%d|83=%d"
                  .formatted(action, price, seq, position, seq)));
      assertThat(abc(book).bids().levels())
          .as("seed " + seed + ", step " + seq)
          .extracting(level -> level.price() == null ? 0 : level.price().intValueExact())
          .isEqualTo(truth);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void shouldFollowARandomBookOfOrders(long seed) throws Exception {
    Random random = new Random(seed);
    List<Offered> truth = new ArrayList<>();
    MarketBook book = Wire.book(true, Wire.w("83=0|268=0"));
    for (int seq = 1; seq <= 500; seq++) {
      int choice = truth.isEmpty() ? 0 : random.nextInt(3);
      Offered offered;
      int position = 0;
      if (choice == 0) {
        offered = new Offered("o" + seq, 1 + random.nextInt(8), seq);
        int price = offered.price;
        position = 1 + (int) truth.stream().filter(other -> other.price <= price).count();
        truth.add(position - 1, offered);
      } else {
        int index = random.nextInt(truth.size());
        Offered was = truth.remove(index);
        offered = new Offered(was.id, was.price, seq);
        if (choice == 1) {
          truth.add(index, offered);
        }
      }
      book.apply(
          Wire.x(
              "268=1|279=%d|269=1|278=%s|55=ABC|270=%d|271=%d%s|83=%d"
                  .formatted(
                      choice,
                      offered.id,
                      offered.price,
                      seq,
                      position == 0 ? "" : "|290=" + position,
                      seq)));
      assertThat(Wire.orders(abc(book).offers()))
          .as("seed " + seed + ", step " + seq)
          .isEqualTo(truth.stream().map(o -> o.id + ":" + o.size).collect(Collectors.joining(" ")));
    }
  }

  private record Offered(String id, int price, int size) {}

  private static InstrumentBook abc(MarketBook book) {
    return Objects.requireNonNull(book.book("ABC"));
  }
}
