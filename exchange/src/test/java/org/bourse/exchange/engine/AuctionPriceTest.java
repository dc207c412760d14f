package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.command.Conditions.NONE;
import static org.bourse.exchange.engine.TradingDesk.DAY;

import org.assertj.core.api.ListAssert;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.TradingPhase;
import org.bourse.exchange.model.TradingRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuctionPriceTest {
  private final TradingDesk desk = new TradingDesk();

  @BeforeEach
  void collect() {
    desk.phase(TradingPhase.PRE_OPEN);
  }

  @Test
  void shouldBeThePriceOfTheLargestVolume() {
    desk.buy(0, 102, 5);
    desk.buy(0, 101, 5);
    desk.sell(1, 100, 3);
    desk.sell(1, 101, 4);

    indicative().containsExactly("auction 7@101 surplus 3");
  }

  @Test
  void shouldLeaveTheSmallestSurplus() {
    desk.buy(0, 103, 4);
    desk.buy(0, 101, 3);
    desk.sell(1, 100, 4);
    desk.sell(1, 102, 1);

    indicative().containsExactly("auction 4@102 surplus -1");
  }

  @Test
  void shouldBeTheHighestWhereBuyersAreLeft() {
    reference(90);
    desk.buy(0, 105, 6);
    desk.sell(1, 100, 4);

    indicative().containsExactly("auction 4@105 surplus 2");
  }

  @Test
  void shouldBeTheLowestWhereSellersAreLeft() {
    reference(110);
    desk.buy(0, 105, 4);
    desk.sell(1, 100, 6);

    indicative().containsExactly("auction 4@100 surplus -2");
  }

  @Test
  void shouldBeNearestToTheReferenceWhereNobodyIsLeft() {
    desk.buy(0, 105, 4);
    desk.sell(1, 100, 4);

    reference(104);
    indicative().containsExactly("auction 4@104 surplus 0");
    reference(99);
    desk.buy(2, 50, 1);
    indicative().containsExactly("auction 4@100 surplus 0");
    reference(107);
    desk.buy(2, 50, 1);
    indicative().containsExactly("auction 4@105 surplus 0");
  }

  @Test
  void shouldBeNearestToTheReferenceWhereBuyersOrSellersAreLeftByPrice() {
    reference(101);
    desk.buy(0, 104, 6);
    desk.buy(0, 102, 1);
    desk.sell(1, 100, 6);
    desk.sell(1, 103, 1);

    indicative().containsExactly("auction 6@101 surplus 1");
  }

  @Test
  void shouldBeTheLowestWhereThereIsNoReference() {
    desk.buy(0, 105, 4);
    desk.sell(1, 100, 4);

    indicative().containsExactly("auction 4@100 surplus 0");
  }

  @Test
  void shouldBeTheReferenceWhereNobodyHasALimit() {
    reference(102);
    market('1', 4);
    market('2', 6);

    indicative().containsExactly("auction 4@102 surplus -2");
  }

  @Test
  void shouldNotBeWhereNobodyNamesAPrice() {
    market('1', 4);
    market('2', 6);

    indicative().containsExactly("auction 0@0 surplus 0");
  }

  @Test
  void shouldNotBeWhereNothingCrosses() {
    reference(100);
    desk.buy(0, 99, 4);
    desk.sell(1, 101, 4);

    indicative().containsExactly("auction 0@0 surplus 0");
  }

  @Test
  void shouldCountWhatIcebergsHide() {
    desk.sell(1, 100, 10, DAY, NONE.withMaxFloor(1));
    desk.buy(0, 100, 8);

    indicative().containsExactly("auction 8@100 surplus -2");
  }

  private void market(char side, long quantity) {
    desk.enter(0, side, '1', DAY, 0, quantity, NONE);
  }

  private void reference(long price) {
    desk.rules(new TradingRules(price, 0, 0, 0, 0, false, false));
  }

  private ListAssert<String> indicative() {
    return assertThat(desk.told(Control.of(ControlKind.TIME_PASSED)));
  }
}
