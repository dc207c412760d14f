package org.bourse.exchange.marketdata;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bourse.exchange.event.BookChanged;
import org.bourse.exchange.event.DayFigures;

/** An instrument with a subscriber to each view of it, held against the truth. */
final class FollowedInstrument {
  private static final int JOIN_EVERY = 40;
  private static final FeedRequest.Content ALL_OF_DAY = ViewContents.all(0, false, false);

  private final MarketBook book;
  private final TrueBook truth = new TrueBook();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Subscription ofDay;
  private DayFigures figures = new DayFigures(0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '\0');
  private long firstMatchOfDay;
  private long lastMatchAtPhase;
  private boolean isTouched;

  FollowedInstrument(int id) {
    book = new MarketBook(id);
    ofDay = new Subscription(ALL_OF_DAY, book);
    ofDay.join(0);
    ViewContents.EVERY.forEach(content -> subscriptions.add(new Subscription(content, book)));
  }

  MarketBook book() {
    return book;
  }

  TrueBook truth() {
    return truth;
  }

  void take(BookChanged changed) {
    isTouched = true;
    truth.take(changed);
  }

  void take(DayFigures next) {
    figures = next;
  }

  /**
   * Its phase has changed. Where a day begins, what has traded since the last phase of the day
   * before is of the new day: a book that is crossed trades before continuous trading is told.
   */
  void phase(boolean dayBegins, long lastMatchBeforeCommand, long lastMatchId) {
    if (dayBegins) {
      firstMatchOfDay = Math.max(lastMatchAtPhase, lastMatchBeforeCommand) + 1;
    }
    lastMatchAtPhase = lastMatchId;
  }

  /** Tells all subscribers of what has changed, and makes sure that they know the truth then. */
  void publish(SplittableRandom random, long lastMatchId) {
    if (!isTouched) {
      Require.that(book.trades().isEmpty(), "a trade without a change");
      return;
    }
    isTouched = false;
    for (Subscription subscription : subscriptions) {
      if (subscription.hasJoined()) {
        update(subscription);
      }
    }
    update(ofDay);
    book.told();
    Truth now = new Truth(truth);
    subscriptions.stream().filter(Subscription::hasJoined).forEach(now::check);
    now.check(ofDay);
    checkDay();
    for (Subscription subscription : subscriptions) {
      if (random.nextInt(JOIN_EVERY) == 0) {
        subscription.join(lastMatchId);
        now.check(subscription);
      }
    }
  }

  /** A view of few levels by order may tell more than the book allows for: all of a level. */
  private static void update(Subscription subscription) {
    FeedRequest.Content content = subscription.content();
    long beyond = subscription.update();
    boolean mayGoBeyond = content.byOrder() && content.depth() > 0;
    Require.that(beyond == 0 || mayGoBeyond, content + " tells " + beyond + " more than allowed");
  }

  private void checkDay() {
    ToldValues told = ofDay.subscriber().values();
    new DayFold(told.tradesFrom(firstMatchOfDay)).check(told, figures);
    TradeTick last = told.lastFrom(firstMatchOfDay);
    TradeTick kept = book.values().lastTrade();
    Require.that((last == null) == (kept == null), "the last is " + last + ", not " + kept);
    if (last != null && kept != null) {
      Require.that(
          last.matchId() == kept.matchId()
              && last.price() == kept.price()
              && last.quantity() == kept.quantity()
              && (last.aggressor() == kept.aggressor() || kept.aggressor() == '\0'),
          "the last is " + last + ", not " + kept);
    }
  }
}
