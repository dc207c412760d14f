package org.bourse.exchange.marketdata;

import java.util.List;

/** A view of an instrument, and one who follows by it. */
final class Subscription {
  private final View view;
  private final MarketBook book;
  private Subscriber subscriber;
  private boolean hasJoined;
  private long updates;

  Subscription(FeedRequest.Content content, MarketBook book) {
    this.book = book;
    view = new View(content, book);
    subscriber = new Subscriber(content, 0);
  }

  FeedRequest.Content content() {
    return view.content();
  }

  boolean hasJoined() {
    return hasJoined;
  }

  Subscriber subscriber() {
    return subscriber;
  }

  /** One joins, by the whole; who was there before must know the same. */
  void join(long lastMatchId) {
    Subscriber other = new Subscriber(content(), lastMatchId);
    view.snapshot(other, List.of());
    if (hasJoined) {
      other.requireLike(subscriber);
    }
    subscriber = other;
    hasJoined = true;
    updates = book.updates();
  }

  /** Tells what has changed; returns by how many entries that is more than the book allows for. */
  long update() {
    int before = subscriber.entries();
    view.update(subscriber);
    long allowed = book.updates() - updates;
    updates = book.updates();
    return Math.max(0, subscriber.entries() - before - allowed);
  }
}
