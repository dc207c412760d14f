package org.bourse.exchange.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as the engine knows it: its rules, whether and how it is traded, its book, and the
 * orders that wait beside the book.
 */
final class ListedInstrument {
  private final int id;
  private final OrderBook book;
  private final RestingOrders resting;
  private final Timers timers;
  private Instrument rules;
  private boolean enabled;
  private @Nullable WaitingOrders waiting;
  private final Positions positions = new Positions();
  private final LastOrders lastOrders = new LastOrders();
  private final Figures figures = new Figures();
  private final List<Limits> limits = new ArrayList<>();
  private TradingPhase phase = TradingPhase.CONTINUOUS;
  private TradingPhase phaseBefore = TradingPhase.CONTINUOUS;
  private long lastPrice;
  private long closePrice;
  private long highest;
  private long lowest = Long.MAX_VALUE;
  private long auctionEnds;
  private long told;
  private int icebergs;
  private int offBook;
  private boolean isTouched;
  private boolean isIndicationDue;

  ListedInstrument(
      int id,
      Instrument rules,
      boolean enabled,
      OrderBook book,
      RestingOrders resting,
      Timers timers) {
    this.id = id;
    this.timers = timers;
    this.rules = rules;
    this.enabled = enabled;
    this.book = book;
    this.resting = resting;
  }

  int id() {
    return id;
  }

  OrderBook book() {
    return book;
  }

  Instrument rules() {
    return rules;
  }

  boolean enabled() {
    return enabled;
  }

  void redefine(Instrument newRules, boolean nowEnabled) {
    rules = newRules;
    enabled = nowEnabled;
  }

  /** The orders beside the book, null where there never was one. */
  @Nullable WaitingOrders waiting() {
    return waiting;
  }

  /** Room for orders beside the book. */
  WaitingOrders roomToWait() {
    if (waiting == null) {
      waiting = new WaitingOrders(resting);
    }
    return waiting;
  }

  /** Whether no order is open. */
  boolean isEmpty() {
    return book.isEmpty() && offBook == 0 && (waiting == null || waiting.isEmpty());
  }

  /** So many more orders are open and rest nowhere. */
  void offBook(int change) {
    offBook += change;
  }

  /** Whether its orders have changed since stops were held against what is there. */
  boolean isTouched() {
    return isTouched;
  }

  void touched(boolean hasChanged) {
    isTouched = hasChanged;
  }

  Positions positions() {
    return positions;
  }

  LastOrders lastOrders() {
    return lastOrders;
  }

  /** What has traded today. */
  Figures figures() {
    return figures;
  }

  /** No fewer than the entries that any subscriber can have been told of it. */
  long told() {
    return told;
  }

  /** So many more may be told. */
  void told(int more) {
    told += more;
  }

  /** What a participant may do. */
  Limits limits(int participantId) {
    return participantId < limits.size() ? limits.get(participantId) : Limits.NONE;
  }

  void limits(int participantId, Limits given) {
    while (limits.size() <= participantId) {
      limits.add(Limits.NONE);
    }
    limits.set(participantId, given);
  }

  /** For how many participants limits were given, at most. */
  int limited() {
    return limits.size();
  }

  TradingPhase phase() {
    return phase;
  }

  void phase(TradingPhase next) {
    phase = next;
    remind();
  }

  /** The phase that a halt has interrupted. */
  TradingPhase phaseBefore() {
    return phaseBefore;
  }

  void phaseBefore(TradingPhase interrupted) {
    phaseBefore = interrupted;
  }

  boolean isContinuous() {
    return phase == TradingPhase.CONTINUOUS;
  }

  /** Price of the last trade, scaled, 0: none. */
  long lastPrice() {
    return lastPrice;
  }

  /** Price of the last trade of the day before, scaled, 0: none. */
  long closePrice() {
    return closePrice;
  }

  void prices(long last, long close) {
    lastPrice = last;
    closePrice = close;
  }

  /** A trade has taken place. */
  void traded(long price) {
    lastPrice = price;
    highest = Math.max(highest, price);
    lowest = Math.min(lowest, price);
  }

  /** The highest price that has traded since {@link #forgetRange}, 0: none has. */
  long highest() {
    return highest;
  }

  long lowest() {
    return lowest;
  }

  void forgetRange() {
    highest = 0;
    lowest = Long.MAX_VALUE;
  }

  /** What bands and auctions refer to, scaled, 0: nothing. */
  long reference() {
    if (closePrice != 0) {
      return closePrice;
    }
    long given = rules.trading().referencePrice();
    return given != 0 ? given : lastPrice;
  }

  /** When its volatility auction ends, 0: there is none. */
  long auctionEnds() {
    return auctionEnds;
  }

  void auctionEnds(long time) {
    auctionEnds = time;
    remind();
  }

  /** How many orders in the book show less than they are. */
  int icebergs() {
    return icebergs;
  }

  void icebergs(int change) {
    icebergs += change;
  }

  /** Whether what its auction would give may have changed since it was told. */
  boolean isIndicationDue() {
    return isIndicationDue;
  }

  void indicationDue(boolean due) {
    boolean isNew = due && !isIndicationDue && phase.isCall();
    isIndicationDue = due && phase.isCall();
    if (isNew) {
      timers.soon();
    }
  }

  /** Says again when something of it is due. */
  void remind() {
    if (auctionEnds != 0 && phase == TradingPhase.INTRADAY_AUCTION) {
      timers.at(auctionEnds);
    }
    if (isIndicationDue) {
      timers.soon();
    }
  }

  /** Writes how it is traded at the moment, and what each participant has and may. */
  void save(StateWriter to) throws IOException {
    to.writeInt(phase.code());
    to.writeInt(phaseBefore.code());
    to.writeLong(lastPrice);
    to.writeLong(closePrice);
    to.writeLong(auctionEnds);
    to.writeInt(isIndicationDue ? 1 : 0);
    to.writeLong(told);
    figures.save(to);
    positions.save(to);
    lastOrders.save(to);
    to.writeInt(limits.size());
    for (Limits given : limits) {
      given.save(to);
    }
  }

  void load(StateReader from) throws IOException {
    phase = phase(from);
    phaseBefore = phase(from);
    lastPrice = from.readLong();
    closePrice = from.readLong();
    auctionEnds = from.readLong();
    isIndicationDue = from.readCount("whether an indication is due", 0, 1) == 1;
    told = from.readLong();
    figures.load(from);
    positions.load(from);
    lastOrders.load(from);
    int count = from.readCount("the number of limits", 0, Sessions.MOST_PARTICIPANTS);
    for (int i = 0; i < count; i++) {
      limits.add(Limits.load(from));
    }
  }

  private static TradingPhase phase(StateReader from) throws IOException {
    int code = from.readInt();
    TradingPhase phase = TradingPhase.of(code);
    if (phase == null) {
      throw from.damaged("there is no phase " + code);
    }
    return phase;
  }
}
