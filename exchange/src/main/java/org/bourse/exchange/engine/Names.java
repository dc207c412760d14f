package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;

/**
 * The ClOrdIDs of each participant and the orders that they name. A name is used up for the day and
 * for as long as its order is open; then it may be given again.
 */
final class Names {
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
    long orderId = texts.orderId(texts.find(participantId, name));
    return orderId == 0 || isFree(orderId) ? 0 : orderId;
  }

  /** The order that a name stands for, or did on an earlier day; 0: none. */
  long findEver(int participantId, DirectBuffer name) {
    return texts.orderId(texts.find(participantId, name));
  }

  /** Gives a free name to an order, and returns its reference. */
  int use(int participantId, DirectBuffer name, long orderId) {
    int ref = texts.find(participantId, name);
    if (ref == 0) {
      return texts.add(participantId, name, orderId);
    }
    texts.orderId(ref, orderId);
    return ref;
  }

  private boolean isFree(long orderId) {
    return orderId < venue.firstOrderOfDay() && !orders.isOpen(orderId);
  }
}
