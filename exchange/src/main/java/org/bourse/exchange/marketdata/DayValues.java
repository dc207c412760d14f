package org.bourse.exchange.marketdata;

import java.math.BigInteger;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.event.codec.DayFiguresDecoder;
import org.bourse.exchange.event.codec.MarketStateDecoder;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/** The statistics of an instrument, as they are and as subscribers were last told. */
final class DayValues {
  private static final int VWAP_DIGITS = 3; // as many as the highest price leaves room for
  private static final BigInteger VWAP_UNIT = BigInteger.TEN.pow(VWAP_DIGITS);
  private static final int OPENING = 0;
  private static final int CLOSING = 1;
  private static final int HIGH = 2;
  private static final int LOW = 3;
  private static final int VWAP = 4;
  private static final int VOLUME = 5;
  private static final int IMBALANCE = 6;
  private static final int INDICATIVE = 7;

  /** How many there are. */
  static final int COUNT = 8;

  private final @Nullable Statistic[] now = new Statistic[COUNT];
  private final @Nullable Statistic[] told = new Statistic[COUNT];
  private @Nullable TradeTick lastTrade;
  private TradingPhase phase = TradingPhase.CONTINUOUS;

  void take(DayFiguresDecoder figures) {
    long volume = figures.volume();
    now[OPENING] = price(EntryKind.OPENING, figures.opening(), '0');
    now[CLOSING] = price(EntryKind.CLOSING, figures.closing(), '4');
    now[HIGH] = price(EntryKind.HIGH, figures.high(), '\0');
    now[LOW] = price(EntryKind.LOW, figures.low(), '\0');
    now[VWAP] =
        volume == 0
            ? null
            : new Statistic(EntryKind.VWAP, average(figures), VWAP_DIGITS, -1, '\0', '\0');
    now[VOLUME] = volume == 0 ? null : new Statistic(EntryKind.VOLUME, 0, 0, volume, '\0', '\0');
    lastTrade =
        figures.lastMatchId() == 0
            ? null
            : new TradeTick(
                EntrySink.NEW,
                figures.lastMatchId(),
                figures.lastPrice(),
                figures.lastQty(),
                figures.lastTime(),
                (char) figures.lastAggressor(),
                '\0');
  }

  private static @Nullable Statistic price(EntryKind kind, long price, char openClose) {
    return price == 0 ? null : new Statistic(kind, price, 0, -1, '\0', openClose);
  }

  /** Sum of price times quantity by the quantity, half a unit rounded up. */
  private static long average(DayFiguresDecoder figures) {
    BigInteger volume = BigInteger.valueOf(figures.volume());
    BigInteger low =
        BigInteger.valueOf(figures.notionalLow() >>> 1)
            .shiftLeft(1)
            .add(BigInteger.valueOf(figures.notionalLow() & 1));
    BigInteger sum = BigInteger.valueOf(figures.notionalHigh()).shiftLeft(Long.SIZE).add(low);
    return sum.multiply(VWAP_UNIT.shiftLeft(1)).add(volume).divide(volume.shiftLeft(1)).longValue();
  }

  void take(MarketStateDecoder state) {
    TradingPhase next = TradingPhase.of(state.phase());
    phase = next == null ? phase : next;
    if (state.kind() == MarketState.INDICATIVE && state.volume() > 0) {
      boolean atClose = phase == TradingPhase.CLOSING_AUCTION;
      EntryKind kind = atClose ? EntryKind.CLOSING : EntryKind.OPENING;
      now[INDICATIVE] = new Statistic(kind, state.price(), 0, state.volume(), '\0', '5');
      long surplus = state.surplus();
      now[IMBALANCE] =
          surplus == 0
              ? null
              : new Statistic(
                  EntryKind.IMBALANCE, 0, 0, Math.abs(surplus), surplus > 0 ? 'P' : 'Q', '\0');
    } else {
      now[INDICATIVE] = null;
      now[IMBALANCE] = null;
    }
  }

  TradingPhase phase() {
    return phase;
  }

  /** The last trade of the day, null: there is none. */
  @Nullable TradeTick lastTrade() {
    return lastTrade;
  }

  @Nullable Statistic now(int index) {
    return now[index];
  }

  @Nullable Statistic toldBefore(int index) {
    return told[index];
  }

  void told() {
    System.arraycopy(now, 0, told, 0, COUNT);
  }
}
