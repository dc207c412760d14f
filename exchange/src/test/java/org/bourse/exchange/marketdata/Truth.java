package org.bourse.exchange.marketdata;

import java.util.List;
import java.util.Set;

/** What subscribers to a book should know now. */
final class Truth {
  private static final List<EntryKind> SIDES = List.of(EntryKind.BID, EntryKind.OFFER);

  private final TrueBook book;
  private final List<ToldLevels.Told> bids;
  private final List<ToldLevels.Told> offers;

  Truth(TrueBook book) {
    this.book = book;
    bids = book.levels(EntryKind.BID);
    offers = book.levels(EntryKind.OFFER);
  }

  /** Makes sure that a subscriber knows it. */
  void check(Subscription subscription) {
    FeedRequest.Content content = subscription.content();
    for (EntryKind side : SIDES) {
      if (content.kinds().contains(side)) {
        List<?> expected = content.byOrder() ? orders(side, content) : levels(side, content);
        List<?> actual =
            content.byOrder()
                ? subscription.subscriber().orders(side).orders()
                : subscription.subscriber().levels(side).levels();
        requireGone(side, subscription);
        if (!expected.equals(actual)) {
          throw new AssertionError(content + ": expected\n" + expected + "\nbut knows\n" + actual);
        }
      }
    }
  }

  /** Who drops for himself what is pushed out is told to delete only what is there no longer. */
  private void requireGone(EntryKind side, Subscription subscription) {
    Set<Long> deleted = subscription.subscriber().levels(side).takeDeleted();
    if (!deleted.isEmpty() && subscription.content().implicitDelete()) {
      for (ToldLevels.Told level : side == EntryKind.BID ? bids : offers) {
        Require.that(!deleted.contains(level.price()), "deleted, but there: " + level);
      }
    }
  }

  private List<?> levels(EntryKind side, FeedRequest.Content content) {
    List<ToldLevels.Told> all = side == EntryKind.BID ? bids : offers;
    return all.subList(0, Math.min(all.size(), depth(content)));
  }

  private List<?> orders(EntryKind side, FeedRequest.Content content) {
    List<ToldOrders.Told> all = book.orders(side);
    return all.subList(0, ToldOrders.end(all, depth(content)));
  }

  private static int depth(FeedRequest.Content content) {
    return content.depth() == 0 ? Integer.MAX_VALUE : content.depth();
  }
}
