package org.bourse.exchange.marketdata;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be asked for of a book. */
final class ViewContents {
  private static final Set<EntryKind> ALL = EnumSet.allOf(EntryKind.class);
  private static final Set<EntryKind> BIDS = EnumSet.of(EntryKind.BID);

  /** Few levels and all, by price and by order, of one side and of everything. */
  static final List<FeedRequest.Content> EVERY =
      IntStream.of(0, 1, 2, 3, 10).boxed().flatMap(ViewContents::ofDepth).toList();

  private ViewContents() {}

  private static Stream<FeedRequest.Content> ofDepth(int depth) {
    return Stream.of(false, true)
        .flatMap(
            byOrder ->
                Stream.of(false, true)
                    .flatMap(
                        implicit ->
                            Stream.of(
                                all(depth, byOrder, implicit), bids(depth, byOrder, implicit))));
  }

  /** Everything there is. */
  static FeedRequest.Content all(int depth, boolean byOrder, boolean implicitDelete) {
    return new FeedRequest.Content(depth, byOrder, implicitDelete, ALL);
  }

  /** The buyers' side. */
  static FeedRequest.Content bids(int depth, boolean byOrder, boolean implicitDelete) {
    return new FeedRequest.Content(depth, byOrder, implicitDelete, BIDS);
  }
}
