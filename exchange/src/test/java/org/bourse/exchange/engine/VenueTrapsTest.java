package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.engine.TradingDesk.DAY;

import java.util.List;
import org.bourse.exchange.command.Conditions;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.ExecInst;
import org.junit.jupiter.api.Test;

/** Traps in what the venue does of itself. */
class VenueTrapsTest {
  private static final Conditions IF_BEST =
      Conditions.NONE.withExecInst(ExecInst.CANCEL_IF_NOT_BEST);

  private final TradingDesk desk = new TradingDesk();

  @Test
  void shouldNotOpenACanceledOrderAgainWhenItsLateFillIsBusted() {
    desk.buy(0, 100, 10);
    desk.cancel(0, '1', "C1");
    desk.told(Control.of(ControlKind.FILL).order(1).values(100, 10).code(1));

    assertThat(bust()).containsExactly("H XC1 leaves 0");
    assertThat(desk.engine().openOrderCount()).isZero();
  }

  @Test
  void shouldRefuseASplitToWhatNoOrderCanBe() {
    desk.buy(0, 100, 10);

    assertThat(split(-20)).containsExactly("OrderQty must be above 0");
    assertThat(desk.told(Control.of(ControlKind.RESTATE).order(1).values(-1, 20)))
        .containsExactly("Price must be above 0");
  }

  @Test
  void shouldNotTakeOldSharesFromAnOrderThatWasSplit() {
    desk.sell(1, 100, 10);
    desk.buy(0, 100, 20);
    assertThat(split(2, 10)).containsExactly("D C2 leaves 5");

    assertThat(bust()).containsExactly("An order of the trade was split");
  }

  @Test
  void shouldWatchAnOrderAgainThatABustOpens() {
    desk.buy(0, 100, 10, DAY, IF_BEST);
    desk.sell(1, 100, 10);
    assertThat(bust()).containsExactly("H C1 leaves 10", "H C2 leaves 10", stoppedByBust("C2"));

    assertThat(desk.buy(2, 101, 1))
        .containsExactly("0 C3 leaves 1", "4 C1 leaves 0: Not best any more");
  }

  @Test
  void shouldTakeAMarketOrderThatIsToBeBest() {
    desk.buy(0, 100, 10);
    desk.sell(1, 101, 5);

    assertThat(desk.enter(2, '1', '1', DAY, 0, 5, IF_BEST))
        .containsExactly("0 C3 leaves 5", "F C2 5@101 leaves 0", "F C3 5@101 leaves 0");
  }

  @Test
  void shouldRefuseAClockAsFarOffAsCanBe() {
    assertThat(desk.told(Control.of(ControlKind.CLOCK).time(Long.MIN_VALUE)))
        .containsExactly("The clock can't be so far off");
  }

  private static String stoppedByBust(String clOrdId) {
    return "4 " + clOrdId + " leaves 0: Would trade again after the bust";
  }

  private List<String> bust() {
    return desk.told(Control.of(ControlKind.BUST).execution(desk.lastExecId()));
  }

  private List<String> split(long quantity) {
    return split(1, quantity);
  }

  private List<String> split(long orderId, long quantity) {
    return desk.told(Control.of(ControlKind.RESTATE).order(orderId).values(0, quantity).code(0));
  }
}
