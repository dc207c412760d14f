package org.bourse.exchange.marketdata;

import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.event.BookChanged;
import org.bourse.exchange.event.DayFigures;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.Events;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.event.codec.BookChangedDecoder;
import org.bourse.exchange.event.codec.DayFiguresDecoder;
import org.bourse.exchange.event.codec.MarketStateDecoder;
import org.bourse.exchange.event.codec.MessageHeaderDecoder;
import org.bourse.exchange.model.TradingPhase;

/** Gives a book events, as the engine would. */
final class BookFeed {
  private final MarketBook book = new MarketBook(0);
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();

  MarketBook book() {
    return book;
  }

  /** An order stands behind all others at its price. */
  BookFeed rests(long orderId, char side, long price, long quantity) {
    return take(new BookChanged.Change(orderId, price, quantity, side, true));
  }

  /** An order that keeps its place shows another quantity. */
  BookFeed shows(long orderId, char side, long price, long quantity) {
    return take(new BookChanged.Change(orderId, price, quantity, side, false));
  }

  /** An order is there no longer. */
  BookFeed leaves(long orderId, char side, long price) {
    return take(new BookChanged.Change(orderId, price, 0, side, false));
  }

  private BookFeed take(BookChanged.Change change) {
    encode(new BookChanged(1, 0, -1, 0, 0, true, List.of(change)));
    book.take(new BookChangedDecoder().wrapAndApplyHeader(buffer, 0, header));
    return this;
  }

  /** So much has traded today, all at one price. */
  BookFeed traded(long price, long quantity) {
    long high = Math.multiplyHigh(price, quantity);
    encode(
        new DayFigures(
            1,
            0,
            -1,
            0,
            price,
            price,
            price,
            0,
            quantity,
            high,
            price * quantity,
            price,
            quantity,
            0,
            1,
            '1'));
    book.take(new DayFiguresDecoder().wrapAndApplyHeader(buffer, 0, header));
    return this;
  }

  /** What its auction would give. */
  BookFeed indicates(TradingPhase phase, long price, long surplus) {
    encode(
        new MarketState(
            1, 0, -1, 0, price, 10, surplus, 0, 20240102, phase, MarketState.INDICATIVE, ""));
    book.take(new MarketStateDecoder().wrapAndApplyHeader(buffer, 0, header));
    return this;
  }

  private void encode(Event event) {
    Events.encode(event, buffer, 0);
  }

  /** Subscribers know all up to here. */
  BookFeed told() {
    book.told();
    return this;
  }
}
