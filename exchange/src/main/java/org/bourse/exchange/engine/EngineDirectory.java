package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.model.Instrument;

/**
 * What an engine has been told of instruments and sessions. A start reads it to find what the
 * configuration changes, and from where each session goes on. Not to be used while the engine runs.
 */
public final class EngineDirectory {
  /**
   * An instrument that has been defined; its place in the list is its id.
   *
   * @param rules as last defined
   * @param enabled whether it may be traded
   * @param hasOpenOrders whether orders rest in its book
   */
  public record ListedAs(Instrument rules, boolean enabled, boolean hasOpenOrders) {}

  /**
   * A session that has been defined; its place in the list is its id.
   *
   * @param name as QuickFIX/J prints the session's id
   * @param participantId whose it is
   * @param epoch the numbering that its last request belonged to
   * @param msgSeqNum MsgSeqNum of its last request in that numbering, 0 where there was none
   */
  public record SessionAs(String name, int participantId, int epoch, int msgSeqNum) {}

  private final List<ListedAs> instruments = new ArrayList<>();
  private final List<SessionAs> sessions = new ArrayList<>();
  private final List<String> participants = new ArrayList<>();

  EngineDirectory(Sessions from, Instruments listed) {
    for (int id = 0; id < listed.count(); id++) {
      ListedInstrument instrument = listed.get(id);
      instruments.add(
          new ListedAs(instrument.rules(), instrument.enabled(), !instrument.isEmpty()));
    }
    for (int id = 0; id < from.count(); id++) {
      Sessions.Session session = from.get(id);
      sessions.add(
          new SessionAs(session.name, session.participantId, session.epoch, session.msgSeqNum));
    }
    for (int id = 0; id < from.participants(); id++) {
      participants.add(from.participant(id));
    }
  }

  /** Instruments by id. */
  public List<ListedAs> instruments() {
    return instruments;
  }

  /** Sessions by id. */
  public List<SessionAs> sessions() {
    return sessions;
  }

  /** Participants' names by id. */
  public List<String> participants() {
    return participants;
  }
}
