package org.bourse.exchange.fix;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bourse.exchange.fix.FixSettingsText.Entry;
import org.bourse.exchange.fix.FixSettingsText.Section;
import quickfix.SessionID;

/** All that is wrong with a settings file: each fault once, in the order of the lines. */
final class FixSettingsFaults {
  private static final int LONGEST_NAME = 200;

  private final TreeMap<Integer, Set<String>> faults = new TreeMap<>();
  private final boolean portGiven;

  private FixSettingsFaults(boolean portGiven) {
    this.portGiven = portGiven;
  }

  /**
   * Looks for faults.
   *
   * @param portGiven whether SocketAcceptPort need not be in the file
   * @return a line a fault
   */
  static List<String> of(Path file, FixSettingsText text, boolean portGiven) {
    FixSettingsFaults found = new FixSettingsFaults(portGiven);
    text.unreadable().forEach(bad -> found.add(bad.line(), bad.problem()));
    for (Entry entry : text.entries()) {
      String problem = FixSettingValues.problem(entry.key(), entry.value());
      if (problem != null) {
        found.add(entry.line(), entry.key() + ' ' + problem);
      }
    }
    Map<SessionID, Integer> lines = new HashMap<>();
    for (Section section : text.sessions()) {
      found.look(section);
      SessionID id = idOf(section);
      Integer first = lines.putIfAbsent(id, section.line());
      if (first != null) {
        found.add(section.line(), "the session " + id + " is already in line " + first);
      }
    }
    if (text.sessions().isEmpty()) {
      found.add(1, "no [SESSION] is given");
    }
    return found.faults.entrySet().stream()
        .flatMap(at -> at.getValue().stream().map(what -> file + ":" + at.getKey() + ": " + what))
        .toList();
  }

  private static SessionID idOf(Section section) {
    return new SessionID(
        section.value("BeginString"),
        section.value("SenderCompID"),
        section.value("SenderSubID"),
        section.value("SenderLocationID"),
        section.value("TargetCompID"),
        section.value("TargetSubID"),
        section.value("TargetLocationID"),
        section.value("SessionQualifier"));
  }

  /** Where a session's setting is, or would be looked for. */
  static int lineOf(FixSettingsText text, SessionID session, String key) {
    return text.sessions().stream()
        .filter(section -> idOf(section).equals(session))
        .mapToInt(section -> section.lineOf(key))
        .findFirst()
        .orElse(1);
  }

  private void look(Section section) {
    require(section, "SenderCompID");
    require(section, "TargetCompID");
    if (!portGiven) {
      require(section, "SocketAcceptPort");
    }
    if (!section.value("NonStopSession").equals("Y")) {
      require(section, "StartTime");
      require(section, "EndTime");
    }
    mustBe(section, "BeginString", FixFrame.BEGIN_STRING);
    mustBe(section, "ConnectionType", "acceptor");
    if (idOf(section).toString().length() > LONGEST_NAME) {
      add(
          section.line(),
          "BeginString, CompIDs and sub ids have over " + LONGEST_NAME + " characters");
    }
    if (section.value("PersistMessages").equals("N")) {
      add(
          section.lineOf("PersistMessages"),
          "PersistMessages=N would lose reports, so it can't be had");
    }
    if (section.value("AcceptorTemplate").equals("Y")) {
      add(
          section.lineOf("AcceptorTemplate"),
          "AcceptorTemplate is not supported: name each session");
    }
  }

  private void require(Section section, String key) {
    if (section.value(key).isEmpty()) {
      add(section.lineOf(key), key + " is missing");
    }
  }

  private void mustBe(Section section, String key, String value) {
    if (!section.value(key).equals(value)) {
      String was = section.value(key).isEmpty() ? "missing" : '"' + section.value(key) + '"';
      add(section.lineOf(key), key + " must be " + value + ", was " + was);
    }
  }

  private void add(int line, String fault) {
    faults.computeIfAbsent(line, at -> new LinkedHashSet<>()).add(fault);
  }
}
