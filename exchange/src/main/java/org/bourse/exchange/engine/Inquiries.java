package org.bourse.exchange.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.bourse.exchange.model.InquiryKind;
import org.bourse.exchange.model.TradingPhase;

/**
 * Answers what sessions ask about the venue, and tells those that have subscribed. Rare: it may
 * allocate.
 */
final class Inquiries {
  /** The most instruments that one part of a list tells of. */
  static final int A_PART = 100;

  private static final byte SUBSCRIBE = '1'; // SubscriptionRequestType(263)
  private static final byte UNSUBSCRIBE = '2';
  private static final int MOST = 1_000_000;
  private static final int ONE_SYMBOL = 0; // SecurityListRequestType(559)
  private static final int ALL_TRADES = 0; // TradeRequestType(569)

  private final Instruments instruments;
  private final Orders orders;
  private final Trades trades;
  private final Reports reports;
  private final Venue venue;
  private final List<Inquiry> subscriptions = new ArrayList<>();

  Inquiries(Instruments instruments, Orders orders, Trades trades, Reports reports, Venue venue) {
    this.instruments = instruments;
    this.orders = orders;
    this.trades = trades;
    this.reports = reports;
    this.venue = venue;
  }

  /** Answers a request; false: it makes no sense. */
  boolean ask(Request request) {
    InquiryKind kind = InquiryKind.of(request.kind);
    if (kind == null) {
      return false;
    }
    boolean known = instruments.has(request.instrumentId);
    Inquiry asked =
        new Inquiry(
            request.sessionId,
            known ? request.instrumentId : -1,
            kind,
            request.subscription,
            request.subType,
            text(request.ordStatusReqId),
            text(request.symbol),
            text(request.detail));
    switch (kind) {
      case SECURITY_LIST -> list(asked, request.refSeqNum);
      case TRADE_CAPTURE -> capture(asked, request);
      case TRADING_SESSION_STATUS, SECURITY_STATUS -> {
        subscriptions.removeIf(asked::isSame);
        if (asked.subscription() == SUBSCRIBE && subscriptions.size() < MOST) {
          subscriptions.add(asked);
        }
        if (asked.subscription() != UNSUBSCRIBE) {
          state(asked, request.refSeqNum, 0, 0);
        } else {
          reports.inquiry(asked, request.refSeqNum, -1, 0, 0, 0, 0);
        }
      }
      case SECURITY_DEFINITION, USER, DONT_KNOW_TRADE, MARKET_DATA ->
          note(asked, request.refSeqNum);
    }
    return true;
  }

  private static String text(DirectBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.getBytes(0, bytes);
    return new String(bytes, ISO_8859_1);
  }

  private void list(Inquiry asked, int refSeqNum) {
    if (asked.requestType() == ONE_SYMBOL) {
      boolean known = asked.instrumentId() >= 0;
      reports.inquiry(asked, refSeqNum, asked.instrumentId(), known ? 1 : 0, 0, 0, 0);
      return;
    }
    for (int first = 0; first == 0 || first < instruments.count(); first += A_PART) {
      reports.inquiry(asked, refSeqNum, first, instruments.count(), 0, 0, 0);
    }
  }

  private void capture(Inquiry asked, Request request) {
    if (asked.requestType() != ALL_TRADES || asked.subscription() == SUBSCRIBE) {
      reports.inquiry(asked, request.refSeqNum, -1, 0, 0, 0, 0);
      return;
    }
    int count = 0;
    for (long matchId = venue.firstMatchOfDay(); matchId <= trades.count(); matchId++) {
      count += isOf(matchId, false, request) ? 1 : 0;
      count += isOf(matchId, true, request) ? 1 : 0;
    }
    reports.inquiry(asked, request.refSeqNum, asked.instrumentId(), count, 0, 0, 0);
    int told = 0;
    for (long matchId = venue.firstMatchOfDay(); matchId <= trades.count(); matchId++) {
      for (int side = 0; side < 2; side++) {
        if (isOf(matchId, side == 1, request)) {
          told++;
          reports.tradeCaptured(
              asked, request.refSeqNum, trades, matchId, side == 1, count, told == count);
        }
      }
    }
  }

  private boolean isOf(long matchId, boolean ofAggressor, Request request) {
    long orderId = ofAggressor ? trades.aggressor(matchId) : trades.resting(matchId);
    return orderId != 0
        && orders.participantId(orderId) == request.participantId
        && (request.instrumentId < 0 || orders.instrumentId(orderId) == request.instrumentId);
  }

  private void note(Inquiry asked, int refSeqNum) {
    int id = asked.instrumentId();
    int phase = id < 0 ? 0 : instruments.get(id).phase().code();
    long price = id < 0 ? 0 : instruments.get(id).lastPrice();
    reports.inquiry(asked, refSeqNum, id, instruments.count(), phase, price, 0);
  }

  private void state(Inquiry asked, int refSeqNum, long price, long volume) {
    if (asked.instrumentId() < 0) {
      int phase = instruments.count() == 0 ? 0 : phase().code();
      reports.inquiry(asked, refSeqNum, -1, instruments.count(), phase, 0, 0);
      return;
    }
    ListedInstrument instrument = instruments.get(asked.instrumentId());
    reports.inquiry(
        asked,
        refSeqNum,
        instrument.id(),
        1,
        instrument.phase().code(),
        volume > 0 ? price : instrument.lastPrice(),
        volume);
  }

  /** The venue's own phase: open while any instrument trades, else as its first one. */
  TradingPhase phase() {
    for (int id = 0; id < instruments.count(); id++) {
      if (instruments.get(id).isContinuous()) {
        return TradingPhase.CONTINUOUS;
      }
    }
    return instruments.get(0).phase();
  }

  /** Tells the sessions that have subscribed what an auction of an instrument would give now. */
  void indicated(ListedInstrument instrument, long price, long volume) {
    for (int i = 0; i < subscriptions.size(); i++) {
      Inquiry asked = subscriptions.get(i);
      if (asked.instrumentId() == instrument.id()) {
        state(asked, 0, price, volume);
      }
    }
  }

  /**
   * Tells the sessions that have subscribed in which phase an instrument is now.
   *
   * @param ofVenue in which phase the venue was before
   */
  void changed(ListedInstrument instrument, TradingPhase ofVenue) {
    boolean isVenueToo = phase() != ofVenue;
    for (int i = 0; i < subscriptions.size(); i++) {
      Inquiry asked = subscriptions.get(i);
      boolean isOfVenue = asked.kind() == InquiryKind.TRADING_SESSION_STATUS;
      if (asked.instrumentId() == instrument.id() || (isOfVenue && isVenueToo)) {
        state(asked, 0, 0, 0);
      }
    }
  }

  /** All sessions are gone: their connections ended with the exchange's last run. */
  void clear() {
    subscriptions.clear();
  }

  /** A session is gone, and its subscriptions with it. */
  void gone(int sessionId) {
    subscriptions.removeIf(asked -> asked.sessionId() == sessionId);
  }

  void save(StateWriter to) throws IOException {
    to.writeInt(subscriptions.size());
    for (Inquiry asked : subscriptions) {
      asked.save(to);
    }
  }

  void load(StateReader from) throws IOException {
    int count = from.readCount("the number of subscriptions", 0, MOST);
    for (int i = 0; i < count; i++) {
      subscriptions.add(Inquiry.load(from));
    }
  }
}
