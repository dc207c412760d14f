package org.bourse.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.DefineInstrument;
import org.bourse.exchange.command.DefineLimits;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.command.StartEngine;
import org.bourse.exchange.engine.EngineDirectory;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.fix.FixSettings.SessionName;
import org.bourse.exchange.fix.JournaledSession;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * What a start must tell the engine: that a run begins, and where the configuration differs from
 * what the journal has defined. Numbers once given stay; what is gone from the configuration keeps
 * its number and is switched off.
 */
final class StartCommands {
  private final List<Command> commands = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final List<Instrument> instruments = new ArrayList<>();
  private final List<String> participants = new ArrayList<>();

  private StartCommands() {}

  /**
   * Compares configuration and journal.
   *
   * @param owners has a participant for each session
   * @throws StartFault where the configuration asks for what the journal does not allow
   */
  static StartCommands of(
      EngineDirectory known,
      List<Instrument> configured,
      List<SessionName> sessions,
      Participants owners,
      int profile)
      throws StartFault {
    StartCommands plan = new StartCommands();
    plan.commands.add(new StartEngine(MatchingEngine.VERSION, profile));
    plan.sessions(known, sessions, owners);
    plan.instruments(known, configured);
    plan.limits(known, owners);
    if (!plan.faults.isEmpty()) {
      throw new StartFault(String.join("\n", plan.faults));
    }
    return plan;
  }

  /** In the order in which they are to be carried out; each gives one event. */
  List<Command> commands() {
    return commands;
  }

  /**
   * The instruments by number. One that is no longer in the configuration is as it was: its open
   * orders may still be canceled and asked for.
   */
  List<Instrument> instruments() {
    return instruments;
  }

  /** From where each session goes on once the commands are carried out, by its name. */
  Map<String, JournaledSession> journaled(EngineDirectory known) {
    Map<String, JournaledSession> journaled = new HashMap<>();
    int number = 0;
    for (EngineDirectory.SessionAs session : known.sessions()) {
      journaled.put(
          session.name(), new JournaledSession(number++, session.epoch(), session.msgSeqNum()));
    }
    for (Command command : commands) {
      if (command instanceof DefineSession session) {
        journaled.put(session.name(), new JournaledSession(session.sessionId(), 0, 0));
      }
    }
    return journaled;
  }

  private void sessions(EngineDirectory known, List<SessionName> sessions, Participants owners) {
    participants.addAll(known.participants());
    Map<String, String> defined = new HashMap<>();
    known
        .sessions()
        .forEach(s -> defined.put(s.name(), known.participants().get(s.participantId())));
    int next = defined.size();
    for (SessionName session : sessions) {
      String owner = Objects.requireNonNull(owners.session(session.compId())).participant().name();
      String before = defined.get(session.name());
      if (before == null) {
        if (!participants.contains(owner)) {
          participants.add(owner);
        }
        int participantId = participants.indexOf(owner);
        commands.add(new DefineSession(next++, participantId, session.name(), owner));
      } else if (!before.equals(owner)) {
        faults.add(
            "participants.yaml: the session "
                + session.compId()
                + " may not move from participant "
                + before
                + ", whose orders the data folder has, to "
                + owner);
      }
    }
  }

  private void limits(EngineDirectory known, Participants owners) {
    for (DefineLimits limits : LimitCommands.of(owners, participants, instruments)) {
      if (!known.has(limits)) {
        commands.add(limits);
      }
    }
  }

  /** Participants' names by number. */
  List<String> participants() {
    return participants;
  }

  private void instruments(EngineDirectory known, List<Instrument> configured) {
    List<Instrument> added = new ArrayList<>(configured);
    int id = 0;
    for (EngineDirectory.ListedAs listed : known.instruments()) {
      Instrument old = listed.rules();
      Instrument now = find(configured, old.symbol());
      if (now == null) {
        instruments.add(old);
        if (listed.enabled()) {
          commands.add(new DefineInstrument(id, old, false));
        }
      } else {
        added.remove(now);
        instruments.add(now);
        if (!now.equals(old) || !listed.enabled()) {
          check(listed, now);
          commands.add(new DefineInstrument(id, now, true));
        }
      }
      id++;
    }
    for (Instrument instrument : added) {
      instruments.add(instrument);
      commands.add(new DefineInstrument(id++, instrument, true));
    }
  }

  private void check(EngineDirectory.ListedAs listed, Instrument now) {
    Instrument old = listed.rules();
    if (old.priceScale() != now.priceScale()) {
      fault(now, "price-scale", old.priceScale(), now.priceScale(), "ever");
    }
    if (old.quantityScale() != now.quantityScale()) {
      fault(now, "quantity-scale", old.quantityScale(), now.quantityScale(), "ever");
    }
    if (listed.hasOpenOrders()) {
      checkStep(now, "tick", tick(old), tick(now));
      checkStep(now, "lot", lot(old), lot(now));
    }
  }

  private void checkStep(Instrument instrument, String key, BigDecimal from, BigDecimal to) {
    if (from.compareTo(to) != 0) {
      fault(instrument, key, from.toPlainString(), to.toPlainString(), "while orders are open");
    }
  }

  private static BigDecimal tick(Instrument instrument) {
    return BigDecimal.valueOf(instrument.tickSize(), instrument.priceScale());
  }

  private static BigDecimal lot(Instrument instrument) {
    return BigDecimal.valueOf(instrument.lotSize(), instrument.quantityScale());
  }

  private void fault(Instrument instrument, String key, Object from, Object to, String when) {
    faults.add(
        "instruments.yaml: "
            + instrument.symbol()
            + ": "
            + key
            + " may not change "
            + when
            + ": the data folder has "
            + from
            + ", the configuration "
            + to);
  }

  private static @Nullable Instrument find(List<Instrument> configured, String symbol) {
    for (Instrument instrument : configured) {
      if (instrument.symbol().equals(symbol)) {
        return instrument;
      }
    }
    return null;
  }
}
