package org.bourse.exchange.marketdata;

import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.event.BookChanged;

/** The book of an instrument in full, made of events in the plainest way. */
final class TrueBook {
  private final List<ToldOrders.Told> bids = new ArrayList<>();
  private final List<ToldOrders.Told> offers = new ArrayList<>();

  void take(BookChanged changed) {
    changed.changes().forEach(this::take);
  }

  private void take(BookChanged.Change change) {
    EntryKind kind = change.side() == '1' ? EntryKind.BID : EntryKind.OFFER;
    List<ToldOrders.Told> side = orders(kind);
    ToldOrders.Told order =
        new ToldOrders.Told(change.orderId(), change.price(), change.quantity());
    int at = indexOf(side, change.orderId());
    boolean stays = at >= 0 && !change.behind() && side.get(at).price() == change.price();
    if (stays && change.quantity() > 0) {
      side.set(at, order);
      return;
    }
    if (at >= 0) {
      side.remove(at);
    }
    if (change.quantity() > 0) {
      int sign = kind == EntryKind.BID ? 1 : -1;
      int rank = 0;
      while (rank < side.size()
          && sign * Long.compare(side.get(rank).price(), order.price()) >= 0) {
        rank++;
      }
      side.add(rank, order);
    }
  }

  boolean has(long orderId) {
    return indexOf(bids, orderId) >= 0 || indexOf(offers, orderId) >= 0;
  }

  private static int indexOf(List<ToldOrders.Told> side, long orderId) {
    for (int i = 0; i < side.size(); i++) {
      if (side.get(i).orderId() == orderId) {
        return i;
      }
    }
    return -1;
  }

  List<ToldOrders.Told> orders(EntryKind side) {
    return side == EntryKind.BID ? bids : offers;
  }

  List<ToldLevels.Told> levels(EntryKind side) {
    List<ToldLevels.Told> levels = new ArrayList<>();
    long price = 0;
    long quantity = 0;
    int count = 0;
    for (ToldOrders.Told order : orders(side)) {
      if (count > 0 && order.price() != price) {
        levels.add(new ToldLevels.Told(price, quantity, count));
        quantity = 0;
        count = 0;
      }
      price = order.price();
      quantity += order.quantity();
      count++;
    }
    if (count > 0) {
      levels.add(new ToldLevels.Told(price, quantity, count));
    }
    return levels;
  }
}
