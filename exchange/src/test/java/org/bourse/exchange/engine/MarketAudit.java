package org.bourse.exchange.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.event.BookChanged;
import org.bourse.exchange.event.DayFigures;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.Events;

/** Follows the market by its events alone, and holds what it has seen against the reference. */
final class MarketAudit {
  private final Map<Integer, Seen> seen = new HashMap<>();

  /** An instrument as the events tell of it. */
  private static final class Seen {
    final List<BookChanged.Change> bids = new ArrayList<>();
    final List<BookChanged.Change> offers = new ArrayList<>();
    DayFigures figures = new DayFigures(0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '\0');
    long updates;

    void take(BookChanged.Change change) {
      List<BookChanged.Change> side = change.side() == '1' ? bids : offers;
      int at = indexOf(side, change.orderId());
      boolean stays =
          at >= 0
              && side.get(at).price() == change.price()
              && !change.behind()
              && change.quantity() > 0;
      if (stays) {
        side.set(at, change);
        return;
      }
      if (at >= 0) {
        side.remove(at);
      }
      if (change.quantity() > 0) {
        side.add(behind(side, change), change);
      }
    }

    private static int indexOf(List<BookChanged.Change> side, long orderId) {
      for (int i = 0; i < side.size(); i++) {
        if (side.get(i).orderId() == orderId) {
          return i;
        }
      }
      return -1;
    }

    private static int behind(List<BookChanged.Change> side, BookChanged.Change change) {
      int at = 0;
      int sign = change.side() == '1' ? -1 : 1;
      while (at < side.size() && Long.compare(side.get(at).price(), change.price()) * sign <= 0) {
        at++;
      }
      return at;
    }
  }

  static boolean isOfMarket(Event event) {
    return event instanceof BookChanged || event instanceof DayFigures;
  }

  /** Takes the events of a command that are of the market. */
  void take(List<Event> events) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof DayFigures figures) {
        of(figures.instrumentId()).figures = figures;
      } else if (events.get(i) instanceof BookChanged book) {
        require(book.last() == (i == events.size() - 1), "the last of a command");
        Seen instrument = of(book.instrumentId());
        require(book.updates() >= instrument.updates + book.changes().size(), "updates go back");
        instrument.updates = book.updates();
        book.changes().forEach(instrument::take);
      }
    }
  }

  private Seen of(int instrumentId) {
    return seen.computeIfAbsent(instrumentId, any -> new Seen());
  }

  /** Makes sure that the books are those of the reference. */
  void checkBooks(ReferenceMarket market) {
    for (ReferenceListing listing : market.listings) {
      Seen instrument = of(listing.id);
      check(listing.book.side(true), instrument.bids);
      check(listing.book.side(false), instrument.offers);
    }
  }

  private static void check(List<ReferenceOrder> expected, List<BookChanged.Change> actual) {
    boolean same = expected.size() == actual.size();
    for (int i = 0; same && i < expected.size(); i++) {
      ReferenceOrder order = expected.get(i);
      BookChanged.Change told = actual.get(i);
      same =
          order.orderId == told.orderId()
              && order.price == told.price()
              && order.shown == told.quantity();
    }
    if (!same) {
      List<String> orders =
          expected.stream().map(o -> o.orderId + " " + o.price + " " + o.shown).toList();
      List<String> told = actual.stream().map(MarketAudit::place).toList();
      throw new AssertionError("expected the orders\n" + orders + "\nbut was told\n" + told);
    }
  }

  /** Makes sure that the figures are those of the reference's trades. */
  void checkFigures(ReferenceMarket market) {
    for (ReferenceListing listing : market.listings) {
      DayFigures told = of(listing.id).figures;
      BigInteger notional = BigInteger.ZERO;
      long volume = 0;
      long opening = 0;
      long last = 0;
      long high = 0;
      long low = Long.MAX_VALUE;
      for (ReferenceTrades.Trade trade : market.trades.ofToday()) {
        if (trade.quantity > 0
            && !trade.isElsewhere
            && trade.sides.get(0).order.instrumentId == listing.id) {
          opening = volume == 0 ? trade.price : opening;
          volume += trade.quantity;
          notional =
              notional.add(
                  BigInteger.valueOf(trade.price).multiply(BigInteger.valueOf(trade.quantity)));
          high = Math.max(high, trade.price);
          low = Math.min(low, trade.price);
          last = trade.matchId;
        }
      }
      requireSame("volume", told, told.volume(), volume);
      requireSame("opening", told, told.opening(), opening);
      requireSame("high", told, told.high(), high);
      requireSame("low", told, told.low(), volume == 0 ? 0 : low);
      requireSame("last", told, told.lastMatchId(), last);
      requireSame("notional", told, told.notionalLow(), notional.longValue());
      requireSame("notional", told, told.notionalHigh(), notional.shiftRight(64).longValue());
    }
  }

  /** Makes sure that an engine tells of its whole market what its events have told so far. */
  void checkTold(MatchingEngine engine) {
    MarketAudit other = new MarketAudit();
    long before = engine.eventSeq();
    engine.tellMarket(
        (buffer, offset, length) -> {
          Event event = Events.decode(buffer, offset, length);
          if (event instanceof DayFigures figures) {
            other.of(figures.instrumentId()).figures = figures;
          } else if (event instanceof BookChanged book) {
            other.of(book.instrumentId()).updates = book.updates();
            book.changes().forEach(other.of(book.instrumentId())::take);
          }
        });
    require(engine.eventSeq() == before, "telling it has taken numbers");
    seen.forEach(
        (id, instrument) -> {
          Seen told = other.of(id);
          require(
              told.bids.stream()
                  .map(MarketAudit::place)
                  .toList()
                  .equals(instrument.bids.stream().map(MarketAudit::place).toList()),
              "bids of " + id);
          require(
              told.offers.stream()
                  .map(MarketAudit::place)
                  .toList()
                  .equals(instrument.offers.stream().map(MarketAudit::place).toList()),
              "offers of " + id);
          require(told.updates >= instrument.updates, "updates of " + id);
          String both = told.figures + " is not " + instrument.figures;
          require(values(told.figures).equals(values(instrument.figures)), both);
        });
  }

  /** Without what differs from one telling to the next. */
  private static DayFigures values(DayFigures of) {
    return new DayFigures(
        0,
        0,
        0,
        0,
        of.opening(),
        of.high(),
        of.low(),
        of.closing(),
        of.volume(),
        of.notionalHigh(),
        of.notionalLow(),
        of.lastPrice(),
        of.lastQty(),
        of.lastTime(),
        of.lastMatchId(),
        of.lastAggressor());
  }

  private static String place(BookChanged.Change order) {
    return order.orderId() + " " + order.price() + " " + order.quantity();
  }

  private static void requireSame(String what, DayFigures of, long told, long expected) {
    if (told != expected) {
      throw new AssertionError(what + " of " + of + " is not " + expected);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
