package org.bourse.exchange.event;

import java.util.List;

/**
 * What a command has changed in the book of one instrument, after all that it has reported.
 *
 * @param updates no fewer than what any subscriber can have been told of the instrument
 * @param last whether the command has changed nothing more
 * @param changes the orders that were touched, in that order, each as it is now
 */
public record BookChanged(
    long eventSeq,
    long time,
    int sessionId,
    int instrumentId,
    long updates,
    boolean last,
    List<Change> changes)
    implements Event {
  /** The most changes that one event has. */
  public static final int MOST = 128;

  /** Copies the list. */
  public BookChanged {
    changes = List.copyOf(changes);
  }

  /**
   * An order as it is now.
   *
   * @param quantity what the book shows of it, scaled; 0: it is not there
   * @param side Side(54)
   * @param behind whether it stands behind all others at its price now
   */
  public record Change(long orderId, long price, long quantity, char side, boolean behind) {}
}
