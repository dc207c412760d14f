package org.bourse.exchange.config;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bourse.exchange.model.TradingHours.PhaseStart;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/** Reads the phases of a day. */
final class PhasesEntry {

  private static final String LIST = "phases";
  private static final List<String> KEYS = List.of("at", "phase");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");
  private static final Map<String, TradingPhase> PHASES = new TreeMap<>();

  static {
    for (TradingPhase phase : TradingPhase.values()) {
      if (phase != TradingPhase.HALTED) {
        PHASES.put(phase.word(), phase);
      }
    }
  }

  private PhasesEntry() {}

  /** The phases, or null where faults say why there are none. */
  static @Nullable List<PhaseStart> read(Section day) {
    day.require(LIST);
    day.requireItem(LIST, "phase");
    List<PhaseStart> phases = new ArrayList<>();
    List<Section> entries = day.sections(LIST, KEYS);
    LocalTime before = null;
    for (Section entry : entries) {
      LocalTime at = time(entry, before);
      TradingPhase phase = phase(entry, entry == entries.get(entries.size() - 1));
      before = at == null ? before : at;
      if (at != null && phase != null) {
        phases.add(new PhaseStart(at, phase));
      }
    }
    if (entries.size() == 1 && phases.size() == 1) {
      day.fault(LIST, "closed alone is no day, a phase is needed before it");
    }
    return phases.size() < 2 || phases.size() != entries.size() ? null : phases;
  }

  private static @Nullable LocalTime time(Section entry, @Nullable LocalTime before) {
    entry.require("at");
    String text = entry.text("at");
    if (text == null) {
      return null;
    }
    if (!TIME.matcher(text).matches()) {
      entry.fault("at", "must be a time such as 09:00 or 17:30:15, was " + Quoted.of(text));
      return null;
    }
    LocalTime at = LocalTime.parse(text);
    if (before != null && !at.isAfter(before)) {
      entry.fault("at", "must be after " + before + ", was " + Quoted.of(text));
    }
    return at;
  }

  private static @Nullable TradingPhase phase(Section entry, boolean isLast) {
    entry.require("phase");
    String text = entry.text("phase");
    if (text == null) {
      return null;
    }
    TradingPhase phase = PHASES.get(text);
    if (phase == null) {
      entry.fault(
          "phase",
          "must be one of " + String.join(", ", PHASES.keySet()) + ", was " + Quoted.of(text));
    } else if (isLast && phase != TradingPhase.CLOSED) {
      entry.fault("phase", "the last must be closed, was " + Quoted.of(text));
    } else if (!isLast && phase == TradingPhase.CLOSED) {
      entry.fault("phase", "closed ends the day, only the last may be");
    }
    return phase;
  }
}
