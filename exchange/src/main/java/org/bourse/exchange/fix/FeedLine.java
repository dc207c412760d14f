package org.bourse.exchange.fix;

import java.util.List;
import java.util.stream.Stream;
import org.bourse.exchange.marketdata.TradeTick;

/** How far a subscription is with one of its instruments. One thread. */
final class FeedLine {
  private static final int MANY_TRADES = 1024;

  private final Subscription subscription;
  private final Feed feed;
  private boolean isBehind;
  private boolean isNew = true;
  private long slowSince; // 0: it is not
  private long lastNumber;
  private long lastSent;
  private long place;
  private List<TradeTick> missed = List.of();

  FeedLine(Subscription subscription, Feed feed) {
    this.subscription = subscription;
    this.feed = feed;
    lastNumber = feed.number();
  }

  Subscription subscription() {
    return subscription;
  }

  Subscriber subscriber() {
    return subscription.subscriber();
  }

  Feed feed() {
    return feed;
  }

  /** Whether it gets nothing until it can be brought level. */
  boolean isBehind() {
    return isBehind;
  }

  /** Since when its client has left too much unread, by the nano clock. */
  long slowSince(long now) {
    if (slowSince == 0) {
      slowSince = now;
    }
    return slowSince;
  }

  /** Its client takes what is sent. */
  void isNotSlow() {
    slowSince = 0;
  }

  /** RptSeq(83) of the last entry that it was sent. */
  long lastNumber() {
    return lastNumber;
  }

  /** Whether its interval allows a message now, or it has missed so much that it has to. */
  boolean isDue(long now) {
    long interval = subscription.request().intervalNanos();
    return interval == 0
        || isNew
        || now - lastSent >= interval
        || (isBehind && feed.hasTrades() && feed.book().recent().countSince(place) > MANY_TRADES);
  }

  /** It has been sent all up to a number, just now. */
  void sent(long number, long now) {
    lastNumber = number;
    lastSent = now;
  }

  /**
   * It gets nothing from now on.
   *
   * @param trades what has traded already of which it was not told
   */
  void fallBehind(List<TradeTick> trades, long now) {
    isBehind = true;
    slowSince = subscriber().unread() > 0 ? now : 0;
    missed = trades;
    place = feed.book().recent().hold();
  }

  /** How many trades it has missed that nobody can tell it any more. */
  long lostTrades() {
    return isNew ? 0 : feed.book().recent().lostSince(place);
  }

  /** The trades that it has missed, in order; none before it was shown anything. */
  List<TradeTick> missedTrades() {
    if (isNew) {
      return List.of();
    }
    List<TradeTick> later = feed.book().recent().since(place);
    return missed.isEmpty() ? later : Stream.concat(missed.stream(), later.stream()).toList();
  }

  /** It is level again, or ends. */
  void release() {
    if (isBehind) {
      isBehind = false;
      isNew = false;
      slowSince = 0;
      missed = List.of();
      feed.book().recent().release();
    }
  }
}
