package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.DefineInstrument;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.command.StartEngine;
import org.bourse.exchange.event.EngineNotice;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.model.Instrument;

/** Instruments and sessions of one random run: those it begins with, and what changes in it. */
final class RandomDefinitions {
  private static final Instrument CENTS = new Instrument("CENTS", 2, 0, 1, 1, 1_000_000, 1_000_000);
  private static final Instrument NICKELS =
      new Instrument("NICKELS", 2, 0, 5, 100, 500_000, 100_000);
  private static final Instrument FRACTIONS =
      new Instrument("FRACTIONS", 4, 4, 1, 25, 100_000_000, 10_000_000);
  private static final Instrument GIANT =
      new Instrument("GIANT", 9, 9, 1, 1, Instrument.LARGEST, Instrument.LARGEST);
  private static final Instrument RARE = new Instrument("RARE", 0, 3, 10, 500, 100_000, 1_000_000);
  private static final Instrument LATE =
      new Instrument("L".repeat(Instrument.SYMBOL_LENGTH), 1, 1, 2, 10, 50_000, 50_000);
  private static final List<Instrument> ALL = List.of(CENTS, NICKELS, FRACTIONS, GIANT, RARE, LATE);
  private static final int[] PARTICIPANTS = {0, 1, 0, 2, 1, 3};
  private static final int SESSIONS_AT_START = 5;

  private final SplittableRandom random;
  private final RandomRules rules;
  private final List<Instrument> instruments = new ArrayList<>();
  private int sessions;

  RandomDefinitions(SplittableRandom random) {
    this.random = random;
    this.rules = new RandomRules(random);
  }

  List<Command> opening() {
    List<Command> commands = new ArrayList<>();
    commands.add(new StartEngine(1));
    for (int id = 0; id < ALL.size() - 1; id++) {
      commands.add(new DefineInstrument(id, rules.ruled(ALL.get(id)), true));
    }
    for (int id = 0; id < SESSIONS_AT_START; id++) {
      commands.add(session(id));
    }
    return commands;
  }

  /** Takes note of what has been defined. */
  void observe(Command command, Event first) {
    if (!(first instanceof EngineNotice notice)) {
      return;
    }
    if (notice.kind() == NoticeKind.SESSION_DEFINED) {
      sessions = Math.max(sessions, notice.subjectId() + 1);
    } else if (command instanceof DefineInstrument define
        && notice.kind() == NoticeKind.INSTRUMENT_DEFINED) {
      if (define.instrumentId() == instruments.size()) {
        instruments.add(define.instrument());
      } else {
        instruments.set(define.instrumentId(), define.instrument());
      }
    }
  }

  /** Mostly one that is traded much. */
  int instrumentId() {
    int count = instruments.size();
    return random.nextInt(5) > 0 ? random.nextInt(Math.min(count, 3)) : random.nextInt(count);
  }

  Instrument instrument(int instrumentId) {
    return instrumentId >= 0 && instrumentId < instruments.size()
        ? instruments.get(instrumentId)
        : CENTS;
  }

  int sessionId() {
    return random.nextInt(sessions);
  }

  boolean isSession(int sessionId) {
    return sessionId >= 0 && sessionId < sessions;
  }

  int sessionOfSameParticipant(int sessionId) {
    int other = sessionId;
    do {
      other = (other + 1) % sessions;
    } while (PARTICIPANTS[other] != PARTICIPANTS[sessionId]);
    return other;
  }

  Command next() {
    return switch (random.nextInt(10)) {
      case 0 -> new StartEngine(random.nextInt(-2, 5));
      case 1, 2 -> session(random.nextInt(-1, PARTICIPANTS.length));
      case 3 -> strangeSession();
      case 4 -> strangeInstrument();
      default -> instrument();
    };
  }

  private Command session(int id) {
    int known = Math.max(id, 0);
    String participant = "P" + PARTICIPANTS[known];
    return new DefineSession(id, PARTICIPANTS[known], "FIX.4.4:BOURSE->S" + known, participant);
  }

  private Command strangeSession() {
    return switch (random.nextInt(3)) {
      case 0 -> new DefineSession(PARTICIPANTS.length + random.nextInt(1, 4), 0, "SKIPS", "P0");
      case 1 -> new DefineSession(sessionId(), random.nextInt(-1, 9), "OTHER", "PX");
      default -> new DefineSession(sessions, 5 + random.nextInt(40_000), "FAR", "PX");
    };
  }

  private Command instrument() {
    int id = random.nextInt(ALL.size());
    Instrument base = ALL.get(id);
    int steps = random.nextInt(4) == 0 ? 2 : 1;
    long room = random.nextInt(4) == 0 ? 2 : 1;
    Instrument changed =
        new Instrument(
            base.symbol(),
            base.priceScale(),
            base.quantityScale(),
            base.tickSize() * steps,
            base.lotSize() * steps,
            base.maxPrice() / room,
            base.maxQuantity() / room,
            rules.usual(base));
    return new DefineInstrument(id, changed, random.nextInt(5) > 0);
  }

  private Command strangeInstrument() {
    int id = random.nextInt(instruments.size() + 1);
    Instrument i = ALL.get(id % ALL.size());
    long tick = i.tickSize();
    long lot = i.lotSize();
    Instrument strange =
        switch (random.nextInt(14)) {
          case 0 -> new Instrument("", i.priceScale(), i.quantityScale(), tick, lot, 9_999, 9_999);
          case 1 -> new Instrument("Y".repeat(33), 2, 2, tick, lot, 9_999, 9_999);
          case 2 -> new Instrument(i.symbol(), 10, i.quantityScale(), tick, lot, 9_999, 9_999);
          case 3 -> new Instrument(i.symbol(), i.priceScale(), 10, tick, lot, 9_999, 9_999);
          case 4 -> new Instrument(i.symbol(), i.priceScale(), 255, 0, lot, 9_999, 9_999);
          case 5 -> scaled(i, -tick, lot, i.maxPrice(), i.maxQuantity());
          case 6 -> scaled(i, tick, 0, i.maxPrice(), i.maxQuantity());
          case 7 -> scaled(i, tick, lot, Instrument.LARGEST + 1, i.maxQuantity());
          case 8 -> scaled(i, tick, lot, i.maxPrice(), Long.MAX_VALUE);
          case 9 -> scaled(i, tick, lot, tick - 1, i.maxQuantity());
          case 10 -> scaled(i, tick, lot, i.maxPrice(), lot - 1);
          case 11 -> rules.strange(i);
          case 12 -> new Instrument(i.symbol(), (i.priceScale() + 1) % 10, 1, tick, lot, 999, 999);
          default -> ALL.get((id + 1) % ALL.size());
        };
    int strangeId = random.nextInt(4) == 0 ? random.nextInt(-1, 9) : id;
    return new DefineInstrument(strangeId, strange, true);
  }

  private static Instrument scaled(Instrument i, long tick, long lot, long maxPrice, long maxQty) {
    return new Instrument(
        i.symbol(), i.priceScale(), i.quantityScale(), tick, lot, maxPrice, maxQty);
  }
}
