package org.bourse.exchange.fix;

import java.util.LinkedHashSet;
import java.util.Set;
import org.bourse.exchange.marketdata.FeedRequest;
import quickfix.field.MDReqID;

/** What a client has asked for with one MarketDataRequest(V). One thread. */
final class Subscription {
  private final Subscriber subscriber;
  private final FeedRequest request;
  private final FixWriter id;
  private final Set<FeedLine> lines = new LinkedHashSet<>();

  Subscription(Subscriber subscriber, FeedRequest request) {
    this.subscriber = subscriber;
    this.request = request;
    id = new FixWriter().field(MDReqID.FIELD, request.id());
  }

  Subscriber subscriber() {
    return subscriber;
  }

  FeedRequest request() {
    return request;
  }

  /** The field MDReqID(262). */
  FixWriter id() {
    return id;
  }

  /** What it gets of each of its instruments. */
  Set<FeedLine> lines() {
    return lines;
  }
}
