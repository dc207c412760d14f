package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bourse.exchange.command.DefineLimits;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.SelfTrade;
import org.bourse.exchange.model.TradingPhase;

/**
 * What an engine has been told of instruments and sessions. A start reads it to find what the
 * configuration changes, and from where each session goes on. Not to be used while the engine runs.
 */
public final class EngineDirectory {
  private static final int NO_PREVENTION = SelfTrade.ALLOWED.code();

  /**
   * An instrument that has been defined; its place in the list is its id.
   *
   * @param rules as last defined
   * @param enabled whether it may be traded
   * @param hasOpenOrders whether orders rest in its book
   * @param phase how it is traded
   */
  public record ListedAs(
      Instrument rules, boolean enabled, boolean hasOpenOrders, TradingPhase phase) {}

  /**
   * A session that has been defined; its place in the list is its id.
   *
   * @param name as QuickFIX/J prints the session's id
   * @param participantId whose it is
   * @param epoch the numbering that its last request belonged to
   * @param msgSeqNum MsgSeqNum of its last request in that numbering, 0 where there was none
   * @param cancelsOnDisconnect whether its orders are canceled when its client is gone
   */
  public record SessionAs(
      String name, int participantId, int epoch, int msgSeqNum, boolean cancelsOnDisconnect) {}

  private final List<ListedAs> instruments = new ArrayList<>();
  private final List<SessionAs> sessions = new ArrayList<>();
  private final List<String> participants = new ArrayList<>();
  private final Set<DefineLimits> limits = new HashSet<>();
  private final int profile;
  private final long clockOffset;
  private final int businessDate;
  private final long scheduledUpTo;
  private final int scheduledBy;

  EngineDirectory(Sessions from, Instruments listed, Venue venue) {
    profile = venue.profile();
    clockOffset = venue.clockOffset();
    businessDate = venue.businessDate();
    scheduledUpTo = venue.scheduledUpTo();
    scheduledBy = venue.scheduledBy();
    for (int id = 0; id < listed.count(); id++) {
      ListedInstrument instrument = listed.get(id);
      instruments.add(
          new ListedAs(
              instrument.rules(), instrument.enabled(), !instrument.isEmpty(), instrument.phase()));
    }
    for (int id = 0; id < listed.count(); id++) {
      limits(listed.get(id));
    }
    for (int id = 0; id < from.count(); id++) {
      Sessions.Session session = from.get(id);
      sessions.add(
          new SessionAs(
              session.name,
              session.participantId,
              session.epoch,
              session.msgSeqNum,
              session.cancelsOnDisconnect));
    }
    for (int id = 0; id < from.participants(); id++) {
      participants.add(from.participant(id));
    }
  }

  private void limits(ListedInstrument instrument) {
    for (int participantId = 0; participantId < instrument.limited(); participantId++) {
      Limits given = instrument.limits(participantId);
      limits.add(
          new DefineLimits(
              participantId,
              instrument.id(),
              given.maxOrderQuantity(),
              given.maxNotional(),
              given.maxOpenOrders(),
              given.maxPosition(),
              given.priceCollar(),
              given.duplicateMillis(),
              given.selfTrade().code()));
    }
  }

  /** Instruments by id. */
  public List<ListedAs> instruments() {
    return instruments;
  }

  /** Whether a participant may do just that in an instrument. */
  public boolean has(DefineLimits wanted) {
    boolean isNone =
        wanted.equals(
            new DefineLimits(
                wanted.participantId(), wanted.instrumentId(), 0, 0, 0, 0, 0, 0, NO_PREVENTION));
    return limits.contains(wanted) || (isNone && !isLimited(wanted));
  }

  private boolean isLimited(DefineLimits wanted) {
    return limits.stream()
        .anyMatch(
            given ->
                given.participantId() == wanted.participantId()
                    && given.instrumentId() == wanted.instrumentId());
  }

  /** Sessions by id. */
  public List<SessionAs> sessions() {
    return sessions;
  }

  /** Participants' names by id. */
  public List<String> participants() {
    return participants;
  }

  /** The switches that are on: bits of {@link org.bourse.exchange.model.Profile}. */
  public int profile() {
    return profile;
  }

  /** How far the business clock is from the real one, nanoseconds. */
  public long clockOffset() {
    return clockOffset;
  }

  /** The business day as yyyymmdd, 0: none was begun. */
  public int businessDate() {
    return businessDate;
  }

  /** Up to when a schedule was followed, nanoseconds since 1970 of the business clock; 0: never. */
  public long scheduledUpTo() {
    return scheduledUpTo;
  }

  /** The number of the schedule that was followed, 0: none. */
  public int scheduledBy() {
    return scheduledBy;
  }
}
