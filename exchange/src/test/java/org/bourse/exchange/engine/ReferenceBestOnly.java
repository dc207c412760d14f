package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.bourse.exchange.model.ExecInst;
import org.jspecify.annotations.Nullable;

/** Orders that end when another of their side has a better price. */
final class ReferenceBestOnly {
  private static final int NOT_BEST = 9;

  private final ReferenceMarket market;

  ReferenceBestOnly(ReferenceMarket market) {
    this.market = market;
  }

  /** Ends those that are not best after a command. */
  void check() {
    List<ReferenceOrder> over = new ArrayList<>();
    for (ReferenceListing listing : market.listings) {
      if (listing.isContinuous()) {
        for (boolean buy : new boolean[] {true, false}) {
          for (ReferenceOrder order : listing.book.inTurn(Place.BOOK, buy)) {
            if (order.has(ExecInst.CANCEL_IF_NOT_BEST) && !isBest(order, listing.book.best(buy))) {
              over.add(order);
            }
          }
        }
      }
    }
    over.sort(Comparator.comparingLong(order -> order.orderId));
    over.forEach(
        order -> market.end(order, ReferenceOrder.CANCELED, NOT_BEST, "Not best any more"));
  }

  /** Whether the best order of its side has no better price. */
  static boolean isBest(ReferenceOrder order, @Nullable ReferenceOrder best) {
    return best == null || (order.isBuy() ? order.price >= best.price : order.price <= best.price);
  }
}
