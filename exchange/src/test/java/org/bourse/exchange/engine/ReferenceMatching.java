package org.bourse.exchange.engine;

import org.bourse.exchange.engine.ReferenceReports.Reply;
import org.bourse.exchange.engine.ReferenceReports.Trade;
import org.jspecify.annotations.Nullable;

/** Price-time matching, one fill at a time. */
final class ReferenceMatching {
  private final ReferenceReports reports;
  private long matches;

  ReferenceMatching(ReferenceReports reports) {
    this.reports = reports;
  }

  /** Trades what can be traded; the rest of the order rests or is canceled. */
  void execute(ReferenceBook book, ReferenceOrder aggressor) {
    if (!aggressor.isFillOrKill() || book.canFill(aggressor)) {
      trade(book, aggressor);
    }
    if (aggressor.leavesQty == 0) {
      return;
    }
    if (aggressor.mayRest()) {
      book.add(aggressor);
    } else {
      aggressor.cancel();
      reports.state(new Reply(aggressor.sessionId, 0), '4', aggressor, "");
    }
  }

  private void trade(ReferenceBook book, ReferenceOrder aggressor) {
    @Nullable ReferenceOrder resting = book.counterpart(aggressor);
    while (aggressor.leavesQty > 0 && resting != null) {
      long price = resting.price;
      long quantity = Math.min(aggressor.leavesQty, resting.leavesQty);
      matches++;
      resting.fill(price, quantity);
      reports.fill(resting, new Trade(matches, aggressor.orderId, price, quantity, false));
      aggressor.fill(price, quantity);
      reports.fill(aggressor, new Trade(matches, resting.orderId, price, quantity, true));
      if (resting.isDone()) {
        book.remove(resting);
      }
      resting = book.counterpart(aggressor);
    }
  }
}
