package org.bourse.exchange.marketdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Entries as lines to compare: action, kind, position, and what it is. */
final class EntryLines implements EntrySink {
  private final List<String> lines = new ArrayList<>();

  @Override
  public void level(
      char action, EntryKind side, int position, long price, long quantity, int orders) {
    add(action, side, position + ": " + quantity + " at " + price + " in " + orders);
  }

  @Override
  public void order(
      char action, EntryKind side, int position, long orderId, long price, long quantity) {
    add(action, side, position + ": " + quantity + " at " + price + " of #" + orderId);
  }

  @Override
  public void trade(TradeTick trade) {
    String side = trade.aggressor() == '\0' ? "" : " by " + trade.aggressor();
    add(
        trade.action(),
        EntryKind.TRADE,
        trade.matchId() + ": " + trade.quantity() + " at " + trade.price() + side);
  }

  @Override
  public void statistic(char action, Statistic value) {
    String quantity = value.quantity() < 0 ? "" : value.quantity() + "";
    String at = value.price() == 0 || quantity.isEmpty() ? "" : " at ";
    add(action, value.kind(), quantity + at + (value.price() == 0 ? "" : value.price()));
  }

  private void add(char action, EntryKind kind, String rest) {
    String verb =
        switch (action) {
          case NEW -> "new";
          case CHANGE -> "change";
          case DELETE -> "delete";
          default -> throw new AssertionError("no such action: " + action);
        };
    lines.add(verb + " " + kind.name().toLowerCase(Locale.ROOT) + " " + rest);
  }

  List<String> lines() {
    return lines;
  }
}
