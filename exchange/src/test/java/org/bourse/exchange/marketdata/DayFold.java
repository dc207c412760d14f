package org.bourse.exchange.marketdata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bourse.exchange.event.DayFigures;
import org.jspecify.annotations.Nullable;

/** What the trades of a day come to that a subscriber was told of. */
final class DayFold {
  private long opening;
  private long high;
  private long low;
  private long volume;
  private BigDecimal notional = BigDecimal.ZERO;

  /** Of the trades from one on. */
  DayFold(Iterable<TradeTick> trades) {
    for (TradeTick trade : trades) {
      opening = volume == 0 ? trade.price() : opening;
      high = volume == 0 ? trade.price() : Math.max(high, trade.price());
      low = volume == 0 ? trade.price() : Math.min(low, trade.price());
      volume += trade.quantity();
      notional =
          notional.add(
              BigDecimal.valueOf(trade.price()).multiply(new BigDecimal(trade.quantity())));
    }
  }

  /** Makes sure that the statistics that were told, and the engine's figures, say the same. */
  void check(ToldValues told, DayFigures figures) {
    price(told.statistic(EntryKind.OPENING, '0'), opening, figures.opening());
    price(told.statistic(EntryKind.HIGH, '\0'), high, figures.high());
    price(told.statistic(EntryKind.LOW, '\0'), low, figures.low());
    price(told.statistic(EntryKind.CLOSING, '4'), figures.closing(), figures.closing());
    Statistic total = told.statistic(EntryKind.VOLUME, '\0');
    Require.that((total == null ? 0 : total.quantity()) == volume, total + " is not " + volume);
    Require.that(figures.volume() == volume, figures + " is not " + volume);
    average(told.statistic(EntryKind.VWAP, '\0'));
  }

  private static void price(@Nullable Statistic told, long folded, long figure) {
    long price = told == null ? 0 : told.price();
    Require.that(price == folded && price == figure, told + " is not " + folded + ", " + figure);
    Require.that(told == null || (told.quantity() == -1 && told.moreDigits() == 0), told + "");
  }

  private void average(@Nullable Statistic told) {
    Require.that((told == null) == (volume == 0), "an average of nothing: " + told);
    if (told != null) {
      BigDecimal expected =
          notional.divide(BigDecimal.valueOf(volume), told.moreDigits(), RoundingMode.HALF_UP);
      BigDecimal actual = BigDecimal.valueOf(told.price(), told.moreDigits());
      Require.that(actual.compareTo(expected) == 0, told + " is not " + expected);
    }
  }
}
