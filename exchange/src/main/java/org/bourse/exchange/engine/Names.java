package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;

/**
 * The ClOrdIDs of each participant and the orders that they name. A name is used up for the day and
 * for as long as its order is open; then it may be given again.
 */
final class Names {
  private static final int DAY_SHIFT = 40; // a name's use: the day's number, then the OrderID
  private static final long ORDER_ID = (1L << DAY_SHIFT) - 1;

  private final Texts texts;
  private final Orders orders;
  private final Venue venue;

  Names(Texts texts, Orders orders, Venue venue) {
    this.texts = texts;
    this.orders = orders;
    this.venue = venue;
  }

  /** The order that a name in use stands for, 0: the name is free. */
  long find(int participantId, DirectBuffer name) {
    long use = texts.orderId(texts.find(participantId, name));
    return use == 0 || isFree(use) ? 0 : use & ORDER_ID;
  }

  /** The order that a name stands for, or did on an earlier day; 0: none. */
  long findEver(int participantId, DirectBuffer name) {
    return texts.orderId(texts.find(participantId, name)) & ORDER_ID;
  }

  /** The reference of a name that was given before. */
  int refOf(int participantId, DirectBuffer name) {
    return texts.find(participantId, name);
  }

  /** Gives a free name to an order, and returns its reference. */
  int use(int participantId, DirectBuffer name, long orderId) {
    int ref = texts.find(participantId, name);
    long use = (long) venue.day() << DAY_SHIFT | orderId;
    if (ref == 0) {
      return texts.add(participantId, name, use);
    }
    texts.orderId(ref, use);
    return ref;
  }

  private boolean isFree(long use) {
    return (int) (use >>> DAY_SHIFT) != venue.day() && !orders.isOpen(use & ORDER_ID);
  }
}
