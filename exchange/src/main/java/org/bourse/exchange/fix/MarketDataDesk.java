package org.bourse.exchange.fix;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.mina.core.session.IoSession;
import org.bourse.exchange.marketdata.FeedLimits;
import org.bourse.exchange.marketdata.FeedRequest;
import org.bourse.exchange.marketdata.MarketBook;
import org.bourse.exchange.marketdata.TradeTick;
import org.bourse.exchange.marketdata.WhenSlow;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.field.MsgType;

/**
 * Serves all subscriptions to market data: first the whole of each instrument, then what each
 * command changes. One thread, that of {@link MarketDataThread}.
 */
final class MarketDataDesk {
  private static final Logger LOG = LoggerFactory.getLogger(MarketDataDesk.class);
  private static final String TOO_SLOW = "Too slow for the market data asked for: ";

  private final FeedLimits limits;
  private final List<Instrument> instruments;
  private final MarketDataOutlet outlet;
  private final MarketPace pace;
  private final Feeds feeds;
  private final FixWriter own = new FixWriter();
  private final Map<FixSession, Subscriber> subscribers = new LinkedHashMap<>();
  private final Turns turns = new Turns();
  private final Set<FeedLine> behind = new LinkedHashSet<>();
  private final Set<Subscriber> cut = new HashSet<>();

  /**
   * A desk that serves nobody yet.
   *
   * @param pace while it conflates, a book is told of only when {@link #take} is called
   */
  MarketDataDesk(
      FeedLimits limits,
      List<Instrument> instruments,
      EntryIds ids,
      MarketDataOutlet outlet,
      MarketPace pace) {
    this.pace = pace;
    this.limits = limits;
    this.instruments = instruments;
    this.outlet = outlet;
    feeds = new Feeds(instruments, ids);
  }

  /** Tells all subscribers what has changed in a book since they were told last. */
  void publish(MarketBook book, long now) {
    tellAll(now);
    take(book, now);
    tellAll(now);
  }

  /**
   * Takes what has changed in a book since subscribers were told last: each of them has its turn,
   * and a book is not taken again before all have had it.
   */
  void take(MarketBook book, long now) {
    feeds.of(book).forEach(feed -> take(feed, now));
    book.told();
    if (pace.isConflating()) {
      List<FeedLine> ofBook = behind.stream().filter(line -> line.feed().book() == book).toList();
      catchUp(ofBook, now);
    }
  }

  private void take(Feed feed, long now) {
    if (!feed.advance()) {
      return;
    }
    for (FeedLine line : feed.lines()) {
      if (line.isBehind()) {
        continue;
      }
      if (mustWait(line, now)) {
        fallBehind(line, now);
      } else {
        feed.prepare(line.subscription().request().incremental());
        turns.add(line);
      }
    }
  }

  /** How many turns are left. */
  int turns() {
    return turns.size();
  }

  private void tellAll(long now) {
    while (!turns.isEmpty()) {
      tellNext(now);
    }
  }

  /** The next of those that have a turn, of whom there is one, is told. */
  void tellNext(long now) {
    tell(turns.next(), now);
  }

  private void tell(FeedLine line, long now) {
    if (line.subscriber().hasFewNumbers()) {
      cut(line.subscriber(), "MsgSeqNum comes to its end: log on with ResetSeqNumFlag=Y", now);
      return;
    }
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
    line.sent(feed.number(), now);
  }

  private void tellTrades(Subscription to, FixWriter trades) {
    if (trades.length() > 0) {
      outlet.send(to, MsgType.MARKET_DATA_INCREMENTAL_REFRESH, trades);
    }
  }

  private boolean mustWait(FeedLine line, long now) {
    return !line.isDue(now) || line.subscriber().unread() > limits.queueBytes();
  }

  private void putBehind(FeedLine line, long now) {
    line.fallBehind(now);
    behind.add(line);
  }

  private void fallBehind(FeedLine line, long now) {
    putBehind(line, now);
    cutIfAskedSo(line, line.subscriber().unread(), now);
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

  private void catchUp(List<FeedLine> lines, long now) {
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

  private boolean isReady(FeedLine line, long now) {
    boolean isSettled = !pace.isConflating() || !line.feed().book().isUntold();
    return isSettled && line.isDue(now) && line.subscriber().mayBeLevel(now);
  }

  private void publishUntold(MarketBook book, long now) {
    if (book.isUntold() && !pace.isConflating()) {
      publish(book, now);
    }
  }

  private void bringLevel(FeedLine line, long now) {
    Feed feed = line.feed();
    publishUntold(feed.book(), now);
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

  /** Nobody can be told of anything any more. */
  void end() {
    subscribers.values().forEach(each -> each.session().client().logOut("No market data"));
  }

  /** A client has asked for something, and its turn has come. */
  void handle(FixSession session, MarketDataRequests.Asked asked, BookOf books, long now) {
    IoSession connection = session.connection();
    Subscriber subscriber = subscribers.get(session);
    if (subscriber != null && !subscriber.isAt(connection)) {
      remove(subscriber);
      subscriber = null;
    }
    if (connection == null) {
      return;
    }
    if (subscriber == null) {
      subscriber = new Subscriber(session, connection, now);
      subscribers.put(session, subscriber);
    }
    if (subscriber.isCut()) {
      return;
    }
    if (asked instanceof MarketDataRequests.Feed feed) {
      begin(subscriber, feed, books, now);
    } else if (asked instanceof MarketDataRequests.Refusal refusal) {
      outlet.refuse(subscriber, refusal);
    } else {
      Subscription ended = subscriber.subscriptions().get(asked.id());
      if (ended == null) {
        outlet.refuse(subscriber, MarketDataFault.UNKNOWN_ID.of(asked.id()));
      } else {
        end(ended);
      }
    }
  }

  /** Gives the book of an instrument. */
  interface BookOf {
    MarketBook book(int instrumentId);
  }

  private void begin(Subscriber subscriber, MarketDataRequests.Feed asked, BookOf books, long now) {
    FeedRequest request = asked.request();
    Map<String, Subscription> running = subscriber.subscriptions();
    if (running.containsKey(request.id())) {
      outlet.refuse(subscriber, MarketDataFault.DUPLICATE_ID.of(request.id()));
      return;
    }
    if (running.size() >= Subscriber.MOST) {
      outlet.refuse(subscriber, MarketDataFault.TOO_MANY.of(request.id()));
      return;
    }
    MarketDataRequests.Refusal refusal =
        refusal(subscriber.session().client().admission(), request);
    if (refusal != null) {
      outlet.refuse(subscriber, refusal);
      return;
    }
    Subscription subscription = new Subscription(subscriber, request);
    running.put(request.id(), subscription);
    for (int instrument : request.instruments()) {
      MarketBook book = books.book(instrument);
      publishUntold(book, now);
      putBehind(feeds.join(subscription, book, asked.standard()), now);
    }
    catchUp(List.copyOf(subscription.lines()), now);
  }

  /** A line is to be served no longer. */
  private void end(FeedLine line) {
    line.release();
    behind.remove(line);
    turns.drop(line);
    feeds.leave(line);
    Subscription subscription = line.subscription();
    if (subscription.lines().isEmpty()) {
      line.subscriber().subscriptions().remove(subscription.request().id(), subscription);
    }
  }

  private void end(Subscription subscription) {
    List.copyOf(subscription.lines()).forEach(this::end);
  }

  /** The client of a connection is gone. */
  void gone(FixSession session, @Nullable IoSession connection) {
    Subscriber subscriber = subscribers.get(session);
    if (subscriber != null && subscriber.isAt(connection)) {
      remove(subscriber);
    }
  }

  private void remove(Subscriber subscriber) {
    subscribers.remove(subscriber.session());
    cut.remove(subscriber);
    List.copyOf(subscriber.subscriptions().values()).forEach(this::end);
  }

  /** The client has missed messages, which are not kept: it is shown all again. */
  void missed(FixSession session, long now) {
    Subscriber subscriber = subscribers.get(session);
    if (subscriber != null) {
      turns.takeOut(subscriber).forEach(line -> tell(line, now));
      subscriber.missed(now);
      for (Subscription subscription : subscriber.subscriptions().values()) {
        for (FeedLine line : subscription.lines()) {
          if (!line.isBehind()) {
            putBehind(line, now);
          }
        }
      }
    }
  }

  /** Who may see what has changed: what a client may not see any more ends, and it is told so. */
  void renew() {
    for (Subscriber subscriber : List.copyOf(subscribers.values())) {
      Admission who = subscriber.session().client().admission();
      Collection<Subscription> all = List.copyOf(subscriber.subscriptions().values());
      for (Subscription subscription : all) {
        MarketDataRequests.Refusal refusal = refusal(who, subscription.request());
        if (refusal != null) {
          end(subscription);
          outlet.refuse(subscriber, refusal);
        }
      }
    }
  }

  private MarketDataRequests.@Nullable Refusal refusal(
      @Nullable Admission who, FeedRequest request) {
    if (who == null || !who.hasMarketData()) {
      return MarketDataFault.NO_ROLE.of(request.id());
    }
    for (int instrument : request.instruments()) {
      String symbol = instruments.get(instrument).symbol();
      if (!who.sees(symbol)) {
        return MarketDataFault.NOT_GRANTED.of(request.id(), symbol);
      }
    }
    return null;
  }
}
