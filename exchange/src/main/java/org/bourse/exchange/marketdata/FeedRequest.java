package org.bourse.exchange.marketdata;

import java.util.List;
import java.util.Set;

/**
 * What a subscriber asks for.
 *
 * @param id names the subscription among those of its subscriber
 * @param updates whether updates follow the snapshot
 * @param incremental whether they say what has changed, not the whole
 * @param content which part of each book, and what else
 * @param instruments their numbers, in the order in which they were asked for
 * @param intervalNanos at most one update of an instrument in so long, 0: as they come
 * @param whenSlow what becomes of a subscriber that does not keep up
 */
public record FeedRequest(
    String id,
    boolean updates,
    boolean incremental,
    Content content,
    List<Integer> instruments,
    long intervalNanos,
    WhenSlow whenSlow) {

  /** Copies the list. */
  public FeedRequest {
    instruments = List.copyOf(instruments);
  }

  /**
   * Which part of a book is shown, how, and what else.
   *
   * @param depth best price levels of each side, 0: all
   * @param byOrder order by order, not by price
   * @param implicitDelete whether the subscriber drops for himself what is pushed out of the depth
   * @param kinds at least one
   */
  public record Content(int depth, boolean byOrder, boolean implicitDelete, Set<EntryKind> kinds) {
    /** Copies the set. */
    public Content {
      kinds = Set.copyOf(kinds);
    }
  }
}
