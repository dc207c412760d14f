package org.bourse.exchange.fix;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.marketdata.MarketBook;
import org.bourse.exchange.model.Instrument;

/**
 * The feeds that somebody is subscribed to, one for all that have asked for the same. One thread.
 */
final class Feeds {
  private final List<Instrument> instruments;
  private final EntryWriter writer;
  private final Map<MarketBook, Map<Feed.Key, Feed>> feeds = new HashMap<>();

  Feeds(List<Instrument> instruments, EntryIds ids) {
    this.instruments = instruments;
    writer = new EntryWriter(ids);
  }

  /** Those of an instrument. */
  Collection<Feed> of(MarketBook book) {
    Map<Feed.Key, Feed> ofBook = feeds.get(book);
    return ofBook == null ? List.of() : ofBook.values();
  }

  /** Those of its lines that are behind. */
  List<FeedLine> behind(MarketBook book) {
    return of(book).stream()
        .flatMap(feed -> feed.lines().stream())
        .filter(FeedLine::isBehind)
        .toList();
  }

  /** Has a subscription join the feed that it asks for; it is to be shown the whole first. */
  FeedLine join(Subscription subscription, MarketBook book, boolean standard) {
    Feed.Key key = new Feed.Key(subscription.request().content(), standard);
    Feed feed =
        feeds
            .computeIfAbsent(book, any -> new LinkedHashMap<>())
            .computeIfAbsent(key, any -> new Feed(book, instruments.get(book.id()), key, writer));
    FeedLine line = new FeedLine(subscription, feed);
    feed.join(line);
    subscription.lines().add(line);
    return line;
  }

  /** Takes a line out of its feed, which ends where nobody is left. */
  void leave(FeedLine line) {
    Feed feed = line.feed();
    feed.leave(line);
    line.subscription().lines().remove(line);
    if (feed.lines().isEmpty()) {
      of(feed.book()).remove(feed);
    }
  }
}
