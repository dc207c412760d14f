package org.bourse.exchange.fix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bourse.exchange.marketdata.FeedLimits;
import org.bourse.exchange.marketdata.MarketBook;
import org.bourse.exchange.marketdata.TradeTick;
import org.bourse.exchange.marketdata.WhenSlow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.field.MsgType;

/**
 * Tells subscribers what has changed: those who can take it; the others get the whole once they
 * can, or are logged out. One thread, that of {@link MarketDataThread}.
 */
final class MarketDataTeller {
  private static final Logger LOG = LoggerFactory.getLogger(MarketDataTeller.class);
  private static final String TOO_SLOW = "Too slow for the market data asked for: ";

  private final FeedLimits limits;
  private final MarketDataOutlet outlet;
  private final MarketPace pace;
  private final Feeds feeds;
  private final FixWriter own = new FixWriter();
  private final Turns turns = new Turns();
  private final List<Feed> advanced = new ArrayList<>();
  private final Set<FeedLine> behind = new LinkedHashSet<>();
  private final Set<Subscriber> cut = new HashSet<>();
  private long rounds;

  MarketDataTeller(FeedLimits limits, Feeds feeds, MarketDataOutlet outlet, MarketPace pace) {
    this.limits = limits;
    this.feeds = feeds;
    this.outlet = outlet;
    this.pace = pace;
  }

  /**
   * Takes what has changed in a book. While conflating, each subscription to it gets a turn; else
   * all are told at once. Those that still have a turn for what was taken before have it first.
   */
  void take(MarketBook book, long now) {
    turns.takeOut(book).forEach(line -> tell(line, now));
    for (Feed feed : feeds.of(book)) {
      if (feed.advance()) {
        advanced.add(feed);
      }
    }
    book.told();
    for (Feed feed : advanced) {
      for (FeedLine line : feed.lines()) {
        if (!line.isBehind()) {
          turnOf(line, now);
        }
      }
    }
    advanced.clear();
    if (pace.isConflating() && !behind.isEmpty()) {
      catchUp(feeds.behind(book), now);
    }
  }

  private void turnOf(FeedLine line, long now) {
    if (pace.isConflating()) {
      turns.add(line);
    } else {
      tell(line, now);
    }
  }

  /** How many turns are left. */
  int turns() {
    return turns.size();
  }

  /** All books of a round are taken: their turns begin, each time with another subscriber. */
  void beginTurns() {
    turns.rotate(rounds);
    rounds++;
  }

  /** The next of those that have a turn, of whom there is one, is told. */
  void tellNext(long now) {
    tell(turns.next(), now);
  }

  /** A subscriber is told all that it still has a turn for. */
  void tellNow(Subscriber subscriber, long now) {
    turns.takeOut(subscriber).forEach(line -> tell(line, now));
  }

  private void tell(FeedLine line, long now) {
    MarketBook book = line.feed().book();
    long unread = line.subscriber().unread();
    if (!line.isDue(now) || unread > limits.queueBytes()) {
      Stream<TradeTick> missed = Stream.concat(book.toldTrades().stream(), book.trades().stream());
      putBehind(line, missed.toList(), now);
      cutIfAskedSo(line, unread, now);
    } else if (line.subscriber().hasFewNumbers()) {
      cut(line.subscriber(), "MsgSeqNum comes to its end: log on with ResetSeqNumFlag=Y", now);
    } else {
      tell(line);
      line.sent(line.feed().number(), now);
    }
  }

  private void tell(FeedLine line) {
    Subscription to = line.subscription();
    Feed feed = line.feed();
    if (!to.request().incremental()) {
      outlet.send(to, MsgType.MARKET_DATA_SNAPSHOT_FULL_REFRESH, feed.refresh());
    } else if (feed.isAllNew()) {
      tellTrades(to, feed.trades());
      outlet.send(to, MsgType.MARKET_DATA_SNAPSHOT_FULL_REFRESH, feed.whole());
    } else {
      outlet.send(to, MsgType.MARKET_DATA_INCREMENTAL_REFRESH, feed.update());
    }
  }

  private void tellTrades(Subscription to, FixWriter trades) {
    if (trades.length() > 0) {
      outlet.send(to, MsgType.MARKET_DATA_INCREMENTAL_REFRESH, trades);
    }
  }

  /** A line that was told all is to be shown the whole, once it can take it. */
  void putBehind(FeedLine line, long now) {
    putBehind(line, List.copyOf(line.feed().book().trades()), now);
  }

  private void putBehind(FeedLine line, List<TradeTick> missed, long now) {
    line.fallBehind(missed, now);
    behind.add(line);
  }

  private void cutIfAskedSo(FeedLine line, long unread, long now) {
    if (unread > limits.queueBytes() && line.subscription().request().whenSlow() == WhenSlow.CUT) {
      cut(line.subscriber(), TOO_SLOW + unread + " bytes are unread", now);
    }
  }

  private void cut(Subscriber subscriber, String text, long now) {
    if (!subscriber.isCut()) {
      LOG.warn("{}: is logged out: {}", subscriber.session().id(), text);
      subscriber.cut(text, now);
      cut.add(subscriber);
      turns.takeOut(subscriber);
    }
  }

  /**
   * Brings level those that are behind and can take it, and cuts those that are so for too long.
   */
  void catchUp(long now) {
    catchUp(List.copyOf(behind), now);
    cut.removeIf(subscriber -> subscriber.logOutIfDrained(now));
  }

  /** The same for some. */
  void catchUp(Collection<FeedLine> lines, long now) {
    for (FeedLine line : lines) {
      if (!line.subscriber().isCut()) {
        catchUp(line, now);
      }
    }
  }

  private void catchUp(FeedLine line, long now) {
    long unread = line.subscriber().unread();
    cutIfAskedSo(line, unread, now);
    if (isReady(line, now) && unread <= limits.queueBytes() / 2) {
      bringLevel(line, now);
    } else if (unread > limits.queueBytes() / 2
        && now - line.slowSince(now) > limits.cutAfter().toNanos()) {
      String so = unread + " bytes are unread, it was too slow for ";
      cut(line.subscriber(), TOO_SLOW + so + limits.cutAfter().toSeconds() + " s", now);
    } else if (unread <= limits.queueBytes() / 2) {
      line.isNotSlow();
    }
  }

  private static boolean isReady(FeedLine line, long now) {
    return !line.feed().book().isUntold() && line.isDue(now) && line.subscriber().mayBeLevel(now);
  }

  private void bringLevel(FeedLine line, long now) {
    Feed feed = line.feed();
    List<TradeTick> trades = feed.hasTrades() ? line.missedTrades() : List.of();
    if (feed.hasTrades() && line.lostTrades() > 0) {
      cut(line.subscriber(), TOO_SLOW + line.lostTrades() + " trades can't be told any more", now);
      return;
    }
    Subscription to = line.subscription();
    if (to.request().incremental() || trades.isEmpty()) {
      feed.writeTrades(own, trades, line.lastNumber());
      tellTrades(to, own);
      outlet.send(to, MsgType.MARKET_DATA_SNAPSHOT_FULL_REFRESH, feed.whole());
    } else {
      feed.write(own, trades);
      outlet.send(to, MsgType.MARKET_DATA_SNAPSHOT_FULL_REFRESH, own);
    }
    line.release();
    behind.remove(line);
    line.sent(feed.number(), now);
    if (!to.request().updates()) {
      end(line);
    }
  }

  /** A line is to be served no longer. */
  void end(FeedLine line) {
    line.release();
    behind.remove(line);
    turns.drop(line);
    feeds.leave(line);
    Subscription subscription = line.subscription();
    if (subscription.lines().isEmpty()) {
      line.subscriber().subscriptions().remove(subscription.request().id(), subscription);
    }
  }

  /** A subscriber is gone, and need not be logged out any more. */
  void gone(Subscriber subscriber) {
    cut.remove(subscriber);
  }
}
