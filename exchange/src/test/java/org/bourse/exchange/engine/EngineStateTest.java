package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.engine.SavedState.Open;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineStateTest {
  private final EngineRig rig = new EngineRig(new MatchingEngine(16, 16));
  private SavedState saved;

  @BeforeEach
  void trade() throws IOException {
    for (int number = 1; number <= 100; number++) {
      rig.apply(EngineRig.order(number, number % 3 == 0 ? '1' : '2', 1_000 + number % 9, number));
    }
    saved = SavedState.of(rig.engine());
  }

  @Test
  void shouldGiveOpenOrdersByRankBestAndOldestFirst() {
    rig.apply(new CancelOrder(0, 0, 101, 0, 0, '2', false, "X", "C1"));
    List<OpenOrder> open = new ArrayList<>();
    rig.engine().openOrders(open::add);

    assertThat(open).hasSize((int) rig.engine().openOrderCount()).hasSizeGreaterThan(20);
    assertThat(open)
        .isSortedAccordingTo(
            (a, b) ->
                a.side() != b.side()
                    ? Byte.compare(a.side(), b.side())
                    : a.price() != b.price()
                        ? Long.compare(a.price(), b.price()) * (a.side() == '1' ? -1 : 1)
                        : Long.compare(a.orderId(), b.orderId()));
    OpenOrder last = open.get(open.size() - 1);
    assertThat(last.clOrdId()).isEqualTo("C" + last.orderId());
    assertThat(last.session()).isEqualTo("S");
    assertThat(last.leavesQty()).isPositive();
  }

  @Test
  void shouldSaveTheSameBytesWhateverTheMemoryLooksLike() throws IOException {
    SavedState again = SavedState.of(saved.load());

    assertThat(again.rest()).isEqualTo(saved.rest());
    assertThat(again.open()).isEqualTo(saved.open());
  }

  @Test
  void shouldRefuseAnyFlippedByte() {
    for (int i = 0; i < saved.rest().length; i++) {
      byte[] flipped = saved.rest().clone();
      flipped[i] ^= (byte) (1 << i % 8);
      assertThatThrownBy(() -> saved.withRest(flipped).load())
          .as("byte %d", i)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void shouldRefuseEachCountThatIsAbsurd() {
    for (int i = 0; i + 4 <= saved.rest().length; i++) {
      byte[] filled = saved.rest().clone();
      Arrays.fill(filled, i, i + 4, (byte) 0x7F);
      assertThatThrownBy(() -> saved.withRest(filled).load())
          .as("byte %d", i)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void shouldRefuseAStateThatIsCutShortOrGoesOn() {
    for (int length = 0; length <= saved.rest().length + 1; length++) {
      if (length != saved.rest().length) {
        byte[] cut = Arrays.copyOf(saved.rest(), length);
        assertThatThrownBy(() -> saved.withRest(cut).load())
            .as("length %d", length)
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void shouldRefuseOpenOrdersThatAreNotAllThere() {
    List<Open> fewer = saved.open().subList(1, saved.open().size());

    assertThatThrownBy(() -> saved.withOpen(fewer).load()).isInstanceOf(IOException.class);
  }

  @Test
  void shouldRefuseARankThatComesTwice() {
    List<Open> open = new ArrayList<>(saved.open());
    open.set(1, new Open(open.get(1).orderId(), 0, open.get(1).words()));

    assertThatThrownBy(() -> saved.withOpen(open).load())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("rank 0");
  }

  @Test
  void shouldRefuseOpenOrdersThatHaveChangedPlaces() {
    List<Open> open = new ArrayList<>(saved.open());
    Open first = open.get(0);
    Open second = open.get(1);
    open.set(0, new Open(first.orderId(), second.rank(), first.words()));
    open.set(1, new Open(second.orderId(), first.rank(), second.words()));

    assertThatThrownBy(() -> saved.withOpen(open).load())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("hash");
  }

  @Test
  void shouldRefuseEachChangedBitOfAnOpenOrder() {
    Open first = saved.open().get(0);
    for (int bit = 0; bit < OpenOrderSink.RECORD_WORDS * Long.SIZE; bit++) {
      List<Long> words = new ArrayList<>(first.words());
      words.set(bit / Long.SIZE, words.get(bit / Long.SIZE) ^ (1L << bit));
      List<Open> open = new ArrayList<>(saved.open());
      open.set(0, new Open(first.orderId(), first.rank(), words));
      assertThatThrownBy(() -> saved.withOpen(open).load())
          .as("bit %d", bit)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void shouldNotLetAnEngineBeUsedThatFailedToLoad() {
    MatchingEngine engine = new MatchingEngine(16, 16);
    assertThatThrownBy(() -> saved.withRest(new byte[100]).loadInto(engine))
        .isInstanceOf(IOException.class);

    assertThatThrownBy(engine::stateHash).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new EngineRig(engine)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldLoadOnlyIntoAnEngineThatKnowsNothing() {
    assertThatThrownBy(() -> saved.loadInto(rig.engine()))
        .isInstanceOf(IllegalStateException.class);
  }
}
