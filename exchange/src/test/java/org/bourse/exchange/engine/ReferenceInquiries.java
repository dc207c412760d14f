package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.command.Inquiry;
import org.bourse.exchange.engine.ReferenceTrades.Side;
import org.bourse.exchange.engine.ReferenceTrades.Trade;
import org.bourse.exchange.model.InquiryKind;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/** What sessions ask about the venue, and go on to be told where they have subscribed. */
final class ReferenceInquiries {
  private static final int PART = 100;

  private final ReferenceMarket market;
  private final List<Inquiry> subscriptions = new ArrayList<>();

  /** What is told of an instrument, or of the venue. */
  private record State(int instrumentId, int count, int phase, long price, long volume) {
    static final State NOTHING = new State(-1, 0, 0, 0, 0);
  }

  /** A trade's side that somebody asks for. */
  private record Captured(Trade trade, Side side) {}

  ReferenceInquiries(ReferenceMarket market) {
    this.market = market;
  }

  /** False: there is no such question. */
  boolean ask(int participantId, Inquiry asked) {
    InquiryKind kind = InquiryKind.of(asked.kind());
    if (kind == null) {
      return false;
    }
    switch (kind) {
      case SECURITY_LIST -> list(asked);
      case TRADE_CAPTURE -> capture(participantId, asked);
      case TRADING_SESSION_STATUS, SECURITY_STATUS -> subscribe(asked);
      default -> {
        ReferenceListing listing = listing(asked);
        int count = market.listings.size();
        tell(
            asked,
            asked.msgSeqNum(),
            listing == null
                ? new State(-1, count, 0, 0, 0)
                : new State(listing.id, count, listing.phase.code(), listing.lastPrice, 0));
      }
    }
    return true;
  }

  private @Nullable ReferenceListing listing(Inquiry asked) {
    return market.listingOrNone(asked.instrumentId());
  }

  private void tell(Inquiry asked, int refSeqNum, State state) {
    market.reports.inquiry(
        asked, refSeqNum, state.instrumentId, state.count, state.phase, state.price, state.volume);
  }

  /** One instrument, or all in parts: the number of the first of each. */
  private void list(Inquiry asked) {
    if (asked.requestType() == 0) {
      ReferenceListing listing = listing(asked);
      tell(
          asked,
          asked.msgSeqNum(),
          listing == null ? State.NOTHING : new State(listing.id, 1, 0, 0, 0));
      return;
    }
    int count = market.listings.size();
    int first = 0;
    do {
      tell(asked, asked.msgSeqNum(), new State(first, count, 0, 0, 0));
      first += PART;
    } while (first < count);
  }

  private void capture(int participantId, Inquiry asked) {
    if (asked.requestType() != 0 || asked.subscription() == '1') {
      tell(asked, asked.msgSeqNum(), State.NOTHING);
      return;
    }
    List<Captured> sides = new ArrayList<>();
    for (Trade trade : market.trades.ofToday()) {
      for (Side side : trade.sides) {
        boolean isOfInstrument =
            asked.instrumentId() < 0 || asked.instrumentId() == side.order.instrumentId;
        if (side.order.participantId == participantId && isOfInstrument) {
          sides.add(new Captured(trade, side));
        }
      }
    }
    int instrumentId = market.listedOrNone(asked.instrumentId());
    tell(asked, asked.msgSeqNum(), new State(instrumentId, sides.size(), 0, 0, 0));
    for (int i = 0; i < sides.size(); i++) {
      Captured captured = sides.get(i);
      boolean isLast = i == sides.size() - 1;
      market.reports.tradeCaptured(asked, captured.trade, captured.side, sides.size(), isLast);
    }
  }

  private void subscribe(Inquiry asked) {
    subscriptions.removeIf(
        other ->
            other.sessionId() == asked.sessionId()
                && other.kind() == asked.kind()
                && other.requestId().equals(asked.requestId()));
    if (asked.subscription() == '2') {
      tell(asked, asked.msgSeqNum(), State.NOTHING);
      return;
    }
    if (asked.subscription() == '1') {
      subscriptions.add(ofKnown(asked));
    }
    tell(asked, asked.msgSeqNum(), state(asked));
  }

  /** The same; what is no instrument now does not become one later. */
  private Inquiry ofKnown(Inquiry asked) {
    return new Inquiry(
        asked.sessionId(),
        asked.epoch(),
        asked.msgSeqNum(),
        market.listedOrNone(asked.instrumentId()),
        asked.kind(),
        asked.subscription(),
        asked.requestType(),
        asked.requestId(),
        asked.symbol(),
        asked.detail());
  }

  private State state(Inquiry asked) {
    ReferenceListing listing = listing(asked);
    return listing == null
        ? new State(-1, market.listings.size(), phase(), 0, 0)
        : new State(listing.id, 1, listing.phase.code(), listing.lastPrice, 0);
  }

  /** The venue's own phase: open while anything trades, else as its first instrument; 0: none. */
  int phase() {
    if (market.listings.isEmpty()) {
      return 0;
    }
    boolean isOpen = market.listings.stream().anyMatch(ReferenceListing::isContinuous);
    return isOpen ? TradingPhase.CONTINUOUS.code() : market.listings.get(0).phase.code();
  }

  /** What an auction would give now has been found. */
  void indicated(ReferenceListing listing, ReferenceAuctionPrice result) {
    for (Inquiry asked : subscriptions) {
      if (asked.instrumentId() == listing.id) {
        market.reached.add("a subscriber told of an auction");
        long price = result.volume() > 0 ? result.price() : listing.lastPrice;
        tell(asked, 0, new State(listing.id, 1, listing.phase.code(), price, result.volume()));
      }
    }
  }

  /** An instrument has changed its phase; before: that of the venue until then. */
  void changed(ReferenceListing listing, int before) {
    boolean isVenueToo = phase() != before;
    for (Inquiry asked : subscriptions) {
      boolean isOfVenue = asked.kind() == InquiryKind.TRADING_SESSION_STATUS.code();
      if (asked.instrumentId() == listing.id || (isOfVenue && isVenueToo)) {
        market.reached.add("a subscriber told of " + InquiryKind.of(asked.kind()));
        tell(asked, 0, state(asked));
      }
    }
  }

  void gone(int sessionId) {
    if (subscriptions.removeIf(asked -> asked.sessionId() == sessionId)) {
      market.reached.add("a subscriber gone");
    }
  }

  /** The exchange starts: no connection is left. */
  void clear() {
    subscriptions.clear();
  }
}
