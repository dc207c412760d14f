package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.command.Conditions.NONE;
import static org.bourse.exchange.engine.TradingDesk.DAY;
import static org.bourse.exchange.engine.TradingDesk.FOK;
import static org.bourse.exchange.engine.TradingDesk.IOC;

import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.DefineLimits;
import org.bourse.exchange.command.MassCancel;
import org.bourse.exchange.command.MassStatus;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.QueryOrder;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.ExecInst;
import org.bourse.exchange.model.SelfTrade;
import org.bourse.exchange.model.TradingPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What matching engines are known to get wrong. */
class TrapsTest {
  private static final int ME = 0;
  private static final int OTHER = 1;
  private static final int THIRD = 2;

  private final TradingDesk desk = new TradingDesk();

  @ParameterizedTest
  @EnumSource(names = {"CANCEL_AGGRESSOR", "CANCEL_BOTH", "DECREMENT"})
  void shouldStopFillOrKillAtItsParticipantsOwnOrder(SelfTrade mode) {
    desk.sell(OTHER, 100, 3);
    desk.sell(ME, 100, 5);
    desk.sell(OTHER, 100, 5);

    assertThat(desk.buy(ME, 100, 5, FOK, NONE.withSelfTrade(mode.code())))
        .as("3 are there before its own")
        .containsExactly("0 C4 leaves 5", "4 C4 leaves 0");
    assertThat(desk.buy(ME, 100, 3, FOK, NONE.withSelfTrade(mode.code())))
        .containsExactly("0 C5 leaves 3", "F C1 3@100 leaves 0", "F C5 3@100 leaves 0");
    assertThat(desk.engine().openOrderCount()).as("its own stays").isEqualTo(2);
  }

  @Test
  void shouldLetFillOrKillCancelRestingOwnOrdersOnlyWhereTheOthersFillIt() {
    desk.sell(ME, 100, 5);
    desk.sell(OTHER, 100, 5);
    byte mode = SelfTrade.CANCEL_RESTING.code();

    assertThat(desk.buy(ME, 100, 6, FOK, NONE.withSelfTrade(mode)))
        .as("without its own there are 5")
        .containsExactly("0 C3 leaves 6", "4 C3 leaves 0");
    assertThat(desk.buy(ME, 100, 5, FOK, NONE.withSelfTrade(mode)))
        .containsExactly(
            "0 C4 leaves 5",
            "4 C1 leaves 0: Self-trade prevention",
            "F C2 5@100 leaves 0",
            "F C4 5@100 leaves 0");
  }

  @Test
  void shouldFillOrKillAgainstOwnOrdersWhereThatIsAllowed() {
    desk.sell(ME, 100, 5);

    assertThat(desk.buy(ME, 100, 5, FOK, NONE.withSelfTrade(SelfTrade.ALLOWED.code())))
        .containsExactly("0 C2 leaves 5", "F C1 5@100 leaves 0", "F C2 5@100 leaves 0");
  }

  @Test
  void shouldFillOrKillAcrossPriceLevels() {
    desk.sell(OTHER, 100, 3);
    desk.sell(OTHER, 101, 3);
    desk.sell(OTHER, 103, 3);

    assertThat(desk.buy(ME, 102, 7, FOK, NONE))
        .as("7 are there up to 103 only")
        .containsExactly("0 C4 leaves 7", "4 C4 leaves 0");
    assertThat(desk.buy(ME, 102, 6, FOK, NONE))
        .containsExactly(
            "0 C5 leaves 6",
            "F C1 3@100 leaves 0",
            "F C5 3@100 leaves 3",
            "F C2 3@101 leaves 0",
            "F C5 3@101 leaves 0");
  }

  @Test
  void shouldNotRestWhatIsLeftOfImmediateOrCancel() {
    desk.sell(OTHER, 100, 3);

    assertThat(desk.buy(ME, 100, 5, IOC, NONE))
        .containsExactly(
            "0 C2 leaves 5", "F C1 3@100 leaves 0", "F C2 3@100 leaves 2", "4 C2 leaves 0");
    assertThat(desk.sell(OTHER, 100, 2)).containsExactly("0 C3 leaves 2");
  }

  @Test
  void shouldTradeWhenAReplaceCrosses() {
    desk.sell(OTHER, 105, 3);
    desk.buy(ME, 100, 5);

    assertThat(desk.replace(ME, '1', "C2", 106, 5))
        .containsExactly("5 RC2 leaves 5", "F C1 3@105 leaves 0", "F RC2 3@105 leaves 2");
  }

  @Test
  void shouldCascadeStopsInTheOrderInWhichTheyHaveWaited() {
    desk.sell(OTHER, 100, 1);
    desk.sell(OTHER, 101, 1);
    desk.sell(OTHER, 102, 1);
    desk.sell(OTHER, 103, 1);
    desk.enter(THIRD, '1', '3', DAY, 0, 1, NONE.withStopPrice(101));
    desk.enter(THIRD, '1', '3', DAY, 0, 1, NONE.withStopPrice(100));
    desk.enter(ME, '1', '3', DAY, 0, 1, NONE.withStopPrice(100));

    assertThat(desk.buy(ME, 100, 1))
        .containsExactly(
            "0 C8 leaves 1",
            "F C1 1@100 leaves 0",
            "F C8 1@100 leaves 0",
            "D C6 leaves 1: Triggered",
            "F C2 1@101 leaves 0",
            "F C6 1@101 leaves 0",
            "D C7 leaves 1: Triggered",
            "F C3 1@102 leaves 0",
            "F C7 1@102 leaves 0",
            "D C5 leaves 1: Triggered",
            "F C4 1@103 leaves 0",
            "F C5 1@103 leaves 0");
  }

  @Test
  void shouldNotTriggerASellStopBeforeAnythingHasTraded() {
    assertThat(desk.enter(ME, '2', '3', DAY, 0, 5, NONE.withStopPrice(100)))
        .containsExactly("0 C1 leaves 5");
  }

  @Test
  void shouldForgetAStopThatIsCanceledBeforeItIsTriggered() {
    desk.enter(THIRD, '1', '3', DAY, 0, 1, NONE.withStopPrice(100));
    assertThat(desk.cancel(THIRD, '1', "C1")).containsExactly("4 XC1 leaves 0");
    desk.sell(OTHER, 100, 2);

    assertThat(desk.buy(ME, 100, 1))
        .containsExactly("0 C3 leaves 1", "F C2 1@100 leaves 1", "F C3 1@100 leaves 0");
  }

  @Test
  void shouldNotFindAFilledOrderAmongTheOpenOnes() {
    desk.sell(OTHER, 100, 5);
    desk.buy(ME, 100, 5);

    assertThat(desk.cancel(OTHER, '2', "C1")).containsExactly("9 XC1: Order is filled");
    assertThat(desk.replace(OTHER, '2', "C1", 100, 9)).containsExactly("9 RC1: Order is filled");
    assertThat(desk.told(new MassCancel(OTHER, 0, 0, 0, '7', '\0', false, "M", "")))
        .containsExactly("r 0");
    assertThat(desk.told(new MassStatus(OTHER, 0, 0, 0, '7', '\0', "Q", "")))
        .containsExactly("I  leaves 0: No such orders");
    assertThat(desk.told(new QueryOrder(OTHER, 0, 0, 0, 0, '2', "C1", "", "")))
        .containsExactly("I C1 leaves 0");
    assertThat(desk.engine().openOrderCount()).isZero();
    assertThat(desk.buy(ME, 100, 5)).containsExactly("0 C3 leaves 5");
  }

  @Test
  void shouldTradeAtTheRestingOrdersPrice() {
    desk.sell(OTHER, 95, 5);
    assertThat(desk.buy(ME, 100, 5)).contains("F C2 5@95 leaves 0");
    desk.buy(OTHER, 105, 5);

    assertThat(desk.sell(ME, 100, 5)).contains("F C4 5@105 leaves 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quantity",
        "position",
        "open orders",
        "post-only",
        "phase",
        "duplicate",
        "expired"
      })
  void shouldLeaveNoTraceOfAnOrderThatIsRefused(String why) {
    desk.sell(OTHER, 100, 5);
    desk.buy(ME, 50, 1);
    NewOrder refused = refused(why);

    assertThat(desk.told(refused)).hasSize(1).first().asString().startsWith("8 C");
    desk.phase(TradingPhase.CONTINUOUS);
    assertThat(desk.engine().openOrderCount()).isEqualTo(2);
    assertThat(desk.buy(THIRD, 100, 5))
        .as("all is there still, at its price")
        .containsExactly("0 C3 leaves 5", "F C1 5@100 leaves 0", "F C3 5@100 leaves 0");
  }

  private NewOrder refused(String why) {
    long quantity = why.equals("quantity") ? 0 : 5;
    var asked =
        switch (why) {
          case "post-only" -> NONE.withExecInst(ExecInst.POST_ONLY);
          case "expired" -> NONE.withExpireTime(1);
          default -> NONE;
        };
    switch (why) {
      case "position" -> desk.told(new DefineLimits(ME, 0, 0, 0, 0, 4, 0, 0, 0));
      case "open orders" -> desk.told(new DefineLimits(ME, 0, 0, 0, 1, 0, 0, 0, 0));
      case "phase" -> desk.phase(TradingPhase.HALTED);
      default -> {}
    }
    String clOrdId = why.equals("duplicate") ? "C2" : "C9";
    char timeInForce = why.equals("expired") ? '6' : '0';
    return new NewOrder(
        ME, 0, 0, 0, 100, quantity, '1', '2', timeInForce, false, clOrdId, "", asked);
  }

  @Test
  void shouldCountWhatIcebergsHideForFillOrKill() {
    desk.sell(OTHER, 100, 10, DAY, NONE.withMaxFloor(2));

    assertThat(desk.buy(ME, 100, 11, FOK, NONE)).endsWith("4 C2 leaves 0");
    assertThat(desk.buy(ME, 100, 5, FOK, NONE))
        .containsExactly(
            "0 C3 leaves 5",
            "F C1 2@100 leaves 8",
            "F C3 2@100 leaves 3",
            "F C1 2@100 leaves 6",
            "F C3 2@100 leaves 1",
            "F C1 1@100 leaves 5",
            "F C3 1@100 leaves 0");
  }

  @Test
  void shouldCountWhatIcebergsHideForMinQty() {
    desk.sell(OTHER, 100, 10, DAY, NONE.withMaxFloor(6));

    assertThat(desk.buy(ME, 100, 20, DAY, NONE.withMinQuantity(10)))
        .containsExactly(
            "0 C2 leaves 20",
            "F C1 6@100 leaves 4",
            "F C2 6@100 leaves 14",
            "F C1 4@100 leaves 0",
            "F C2 4@100 leaves 10");
  }

  @Test
  void shouldCancelAnOrderWhoseMinQtyIsNotThereInsteadOfRestingItCrossed() {
    desk.sell(OTHER, 100, 3);

    assertThat(desk.buy(ME, 100, 5, DAY, NONE.withMinQuantity(4)))
        .containsExactly("0 C2 leaves 5", "4 C2 leaves 0");
    assertThat(desk.buy(ME, 100, 5, DAY, NONE.withMinQuantity(3))).endsWith("F C3 3@100 leaves 2");
  }

  @Test
  void shouldPutAUsedUpPeakBehindTheOthersOfItsPrice() {
    desk.sell(OTHER, 100, 4, DAY, NONE.withMaxFloor(2));
    desk.sell(THIRD, 100, 3);

    assertThat(desk.buy(ME, 100, 6))
        .filteredOn(line -> !line.contains("C3"))
        .containsExactly("F C1 2@100 leaves 2", "F C2 3@100 leaves 0", "F C1 1@100 leaves 1");
  }

  @Test
  void shouldUncrossIcebergsPeakByPeak() {
    desk.phase(TradingPhase.PRE_OPEN);
    desk.sell(OTHER, 100, 4, DAY, NONE.withMaxFloor(2));
    desk.sell(THIRD, 100, 4, DAY, NONE.withMaxFloor(3));
    desk.buy(ME, 100, 7);

    assertThat(desk.phase(TradingPhase.CONTINUOUS))
        .containsExactly(
            "F C3 2@100 leaves 5",
            "F C1 2@100 leaves 2",
            "F C3 3@100 leaves 2",
            "F C2 3@100 leaves 1",
            "F C3 2@100 leaves 0",
            "F C1 2@100 leaves 0",
            "auction 7@100 surplus -1");
  }

  @Test
  void shouldNotTradeAgainWhatWasBusted() {
    desk.sell(OTHER, 100, 5);
    desk.buy(ME, 100, 5);

    assertThat(desk.told(Control.of(ControlKind.BUST).execution(desk.lastExecId())))
        .containsExactly(
            "H C1 leaves 5", "H C2 leaves 5", "4 C2 leaves 0: Would trade again after the bust");
    assertThat(desk.buy(THIRD, 100, 5))
        .as("what came back rests")
        .containsExactly("0 C3 leaves 5", "F C1 5@100 leaves 0", "F C3 5@100 leaves 0");
  }
}
