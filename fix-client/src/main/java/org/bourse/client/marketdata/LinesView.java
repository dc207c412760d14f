package org.bourse.client.marketdata;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.client.cli.Console;
import org.jspecify.annotations.Nullable;

/**
 * For where there is no screen: a line for each change of the best bid and offer, and each trade.
 */
final class LinesView extends PrintedView {

  private final Map<String, Shown> shown = new HashMap<>();

  /** What was last printed of an instrument. */
  private static final class Shown {
    private String quote = "";
    private int trades;
  }

  /**
   * Prints nothing yet.
   *
   * @param closed called when nobody reads any more
   */
  LinesView(Console console, Runnable closed) {
    super(console, closed);
  }

  @Override
  void print(Update update, MarketBook market) {
    InstrumentBook book = market.book(update.symbol());
    if (book == null) {
      return;
    }
    Shown last = shown.get(book.symbol());
    if (last == null) {
      last = new Shown();
      last.trades = book.tape().count();
      shown.put(book.symbol(), last);
    }
    printTrades(book, last);
    if (!update.snapshot()) {
      update.entries().forEach(this::printRevision);
    }
    String quote = quote(book);
    if (!quote.equals(last.quote)) {
      last.quote = quote;
      print(update.sendingTime(), book.symbol(), quote);
    }
  }

  private void printTrades(InstrumentBook book, Shown last) {
    List<Trade> trades = book.tape().trades();
    int fresh = Math.min(book.tape().count() - last.trades, trades.size());
    for (int i = fresh - 1; i >= 0; i--) {
      Trade trade = trades.get(i);
      print(trade.time(), book.symbol(), "trade " + terms(trade));
    }
    last.trades = book.tape().count();
  }

  private static String terms(Trade trade) {
    String terms = trade.size().toPlainString() + " @ " + trade.price().toPlainString();
    return trade.isAuction()
        ? terms + " auction"
        : (terms + " " + Words.aggressor(trade.aggressor())).strip();
  }

  private void printRevision(Entry entry) {
    if (entry.type() == Entry.TRADE && entry.action() != Entry.Action.NEW) {
      String what =
          entry.action() == Entry.Action.DELETE
              ? "busted"
              : "corrected to " + text(entry.size()) + " @ " + text(entry.price());
      print(entry.time(), entry.symbol(), "trade " + entry.id() + " " + what);
    }
  }

  private static String quote(InstrumentBook book) {
    PriceLevel bid = book.bids().best();
    PriceLevel offer = book.offers().best();
    String buyers = bid == null ? "-" : text(bid.size()) + " x " + price(bid);
    String sellers = offer == null ? "-" : price(offer) + " x " + text(offer.size());
    return buyers + " | " + sellers;
  }

  private static String price(PriceLevel level) {
    return level.price() == null ? "market" : level.price().toPlainString();
  }

  private static String text(@Nullable BigDecimal number) {
    return number == null ? "-" : number.toPlainString();
  }

  private void print(String time, String symbol, String what) {
    out().println(Words.timeOfDay(time) + " " + symbol + "  " + what);
  }
}
