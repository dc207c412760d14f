package org.bourse.exchange.fix;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.mina.core.session.IoSession;
import org.bourse.exchange.marketdata.FeedRequest;
import org.bourse.exchange.marketdata.MarketBook;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * Takes what clients ask for of market data, and knows who has asked for what. One thread, that of
 * {@link MarketDataThread}.
 */
final class MarketDataDesk {
  private final List<Instrument> instruments;
  private final MarketDataOutlet outlet;
  private final Feeds feeds;
  private final MarketDataTeller teller;
  private final Map<FixSession, Subscriber> subscribers = new LinkedHashMap<>();

  /** A desk that serves nobody yet. */
  MarketDataDesk(
      List<Instrument> instruments, Feeds feeds, MarketDataOutlet outlet, MarketDataTeller teller) {
    this.instruments = instruments;
    this.feeds = feeds;
    this.outlet = outlet;
    this.teller = teller;
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
      teller.putBehind(feeds.join(subscription, book, asked.standard()), now);
    }
    teller.catchUp(List.copyOf(subscription.lines()), now);
  }

  private void end(Subscription subscription) {
    List.copyOf(subscription.lines()).forEach(teller::end);
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
    teller.gone(subscriber);
    List.copyOf(subscriber.subscriptions().values()).forEach(this::end);
  }

  /** The client has missed messages, which are not kept: it is shown all again. */
  void missed(FixSession session, long now) {
    Subscriber subscriber = subscribers.get(session);
    if (subscriber != null) {
      teller.tellNow(subscriber, now);
      subscriber.missed(now);
      for (Subscription subscription : subscriber.subscriptions().values()) {
        for (FeedLine line : subscription.lines()) {
          if (!line.isBehind()) {
            teller.putBehind(line, now);
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
