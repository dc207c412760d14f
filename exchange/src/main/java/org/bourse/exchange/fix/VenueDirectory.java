package org.bourse.exchange.fix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.event.codec.EngineNoticeDecoder;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * Who and what the numbers in events stand for, as the events before them have told. For one
 * thread.
 */
final class VenueDirectory {
  /**
   * How to write an instrument's numbers.
   *
   * @param symbol Symbol(55)
   * @param priceScale decimal places of a price
   * @param quantityScale decimal places of a quantity
   * @param lot smallest step of a quantity, empty: not known
   * @param limits its other steps and bounds, in words, empty: not known
   */
  record Named(String symbol, int priceScale, int quantityScale, String lot, String limits) {
    static Named of(Instrument rules) {
      return new Named(
          rules.symbol(),
          rules.priceScale(),
          rules.quantityScale(),
          decimal(rules.lotSize(), rules.quantityScale()),
          "tick="
              + decimal(rules.tickSize(), rules.priceScale())
              + " max-price="
              + decimal(rules.maxPrice(), rules.priceScale())
              + " max-quantity="
              + decimal(rules.maxQuantity(), rules.quantityScale()));
    }

    private static String decimal(long value, int scale) {
      return BigDecimal.valueOf(value, scale).toPlainString();
    }
  }

  private final List<@Nullable Named> instruments = new ArrayList<>();
  private final List<String> sessions = new ArrayList<>();

  /** Begins with what is known already, by number. */
  void begin(List<String> knownSessions, List<Instrument> knownInstruments) {
    sessions.addAll(knownSessions);
    for (Instrument known : knownInstruments) {
      instruments.add(Named.of(known));
    }
  }

  /** Takes over all that is to be told of instruments, by number: notices tell less. */
  void know(List<Instrument> rules) {
    for (int id = 0; id < rules.size(); id++) {
      Named named = Named.of(rules.get(id));
      if (id < instruments.size()) {
        instruments.set(id, named);
      } else {
        instruments.add(named);
      }
    }
  }

  /** Learns from a notice; notices that define nothing are passed over. */
  void learn(EngineNoticeDecoder notice) {
    int id = notice.subjectId();
    if (notice.kind() == NoticeKind.INSTRUMENT_DEFINED.code()) {
      Named named = learn(id, notice);
      if (id < instruments.size()) {
        instruments.set(id, named);
      } else {
        instruments.add(named);
      }
    } else if (notice.kind() == NoticeKind.SESSION_DEFINED.code() && id == sessions.size()) {
      sessions.add(notice.detail());
    }
  }

  private Named learn(int id, EngineNoticeDecoder notice) {
    int priceScale = notice.priceScale();
    int quantityScale = notice.quantityScale();
    String symbol = notice.detail();
    Named known = id < instruments.size() ? instruments.get(id) : null;
    return known == null
        ? new Named(symbol, priceScale, quantityScale, "", "")
        : new Named(symbol, priceScale, quantityScale, known.lot(), known.limits());
  }

  /** All sessions by number. */
  List<String> sessions() {
    return sessions;
  }

  /** The instrument with a number; null for the number that means none. */
  @Nullable Named instrument(int instrumentId) {
    return instrumentId < 0 ? null : instruments.get(instrumentId);
  }

  /** The name of the session with a number. */
  String session(int sessionId) {
    return sessions.get(sessionId);
  }
}
