package org.bourse.exchange.venue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.bourse.exchange.event.EngineNotice;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.event.codec.ControlAnsweredDecoder;
import org.bourse.exchange.event.codec.EngineNoticeDecoder;
import org.bourse.exchange.event.codec.MarketStateDecoder;
import org.bourse.exchange.event.codec.MessageHeaderDecoder;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/**
 * Instruments, sessions and participants by their names, and how each instrument is traded. Any
 * thread.
 */
public final class VenueState {
  private static final int TEMPLATE = MessageHeaderDecoder.templateIdEncodingOffset();

  private final List<Market> markets = new ArrayList<>();
  private final List<String> sessions = new ArrayList<>();
  private final List<String> participants = new ArrayList<>();
  private int businessDate;
  private volatile long clockOffset;

  /**
   * An instrument at a time.
   *
   * @param instrumentId the engine's number
   * @param phase how it is traded
   * @param auctionPrice indicative, or of the last auction; scaled, 0: none
   * @param auctionVolume what trades at it, scaled
   * @param lastPrice of the last trade as of the last change, scaled; 0: none
   */
  public record Market(
      int instrumentId,
      Instrument rules,
      TradingPhase phase,
      long auctionPrice,
      long auctionVolume,
      long lastPrice) {}

  /**
   * Begins with what the engine knows at the start, by number.
   *
   * @param businessDate as yyyymmdd, 0: none was begun
   * @param clockOffset how far the business clock is from the real one, nanoseconds
   */
  public VenueState(
      List<Market> markets,
      List<String> sessions,
      List<String> participants,
      int businessDate,
      long clockOffset) {
    this.clockOffset = clockOffset;
    this.markets.addAll(markets);
    this.sessions.addAll(sessions);
    this.participants.addAll(participants);
    this.businessDate = businessDate;
  }

  /** Whether an event has anything to say here. */
  static boolean concerns(DirectBuffer buffer, int offset) {
    int template = buffer.getShort(offset + TEMPLATE, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    return template == MarketStateDecoder.TEMPLATE_ID
        || template == ControlAnsweredDecoder.TEMPLATE_ID
        || template == EngineNoticeDecoder.TEMPLATE_ID;
  }

  synchronized void learn(Event event) {
    if (event instanceof MarketState state) {
      Market known = markets.get(state.instrumentId());
      businessDate = state.businessDate();
      markets.set(
          state.instrumentId(),
          new Market(
              known.instrumentId(),
              known.rules(),
              state.phase(),
              state.price(),
              state.volume(),
              state.lastPrice()));
    } else if (event instanceof EngineNotice notice
        && notice.kind() == NoticeKind.SESSION_DEFINED
        && notice.subjectId() == sessions.size()) {
      sessions.add(notice.detail());
    } else if (event instanceof EngineNotice notice && notice.kind() == NoticeKind.CLOCK_SET) {
      clockOffset = Long.parseLong(notice.detail());
    }
  }

  /** The instrument with a symbol, null: there is none. */
  public synchronized @Nullable Market market(String symbol) {
    for (Market market : markets) {
      if (market.rules().symbol().equals(symbol)) {
        return market;
      }
    }
    return null;
  }

  /** All instruments, by number. */
  public synchronized List<Market> markets() {
    return List.copyOf(markets);
  }

  /** The business day as yyyymmdd, 0: none was begun. */
  public synchronized int businessDate() {
    return businessDate;
  }

  /** How far the business clock is from the real one, nanoseconds. */
  public long clockOffset() {
    return clockOffset;
  }

  /** The number of the session whose client has a CompID, or that has that name; -1: none. */
  public synchronized int session(String name) {
    for (int id = 0; id < sessions.size(); id++) {
      String session = sessions.get(id);
      if (session.equals(name) || session.endsWith("->" + name)) {
        return id;
      }
    }
    return -1;
  }

  /** The number of a participant, -1: there is none of that name. */
  public synchronized int participant(String name) {
    return participants.indexOf(name);
  }

  /** The names of the phases by symbol. */
  public synchronized Map<String, TradingPhase> phases() {
    Map<String, TradingPhase> phases = new LinkedHashMap<>();
    markets.forEach(market -> phases.put(market.rules().symbol(), market.phase()));
    return phases;
  }
}
