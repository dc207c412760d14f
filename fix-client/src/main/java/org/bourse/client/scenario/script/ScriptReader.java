package org.bourse.client.scenario.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bourse.client.fix.Dictionary;
import org.jspecify.annotations.Nullable;

/** Reads one {@code *.scn} file. It goes on behind a fault, to find the others. */
final class ScriptReader {

  private static final Pattern RAW =
      Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_-]*)\\s+raw(?:\\s+(.*?))??\\s*(?:\\s#.*)?");

  private final Dictionary dictionary;
  private final Path file;
  private final List<String> faults;
  private final List<Scenario> scenarios = new ArrayList<>();
  private @Nullable Draft draft;
  private boolean draftIsSound = true;

  ScriptReader(Dictionary dictionary, Path file, List<String> faults) {
    this.dictionary = dictionary;
    this.file = file;
    this.faults = faults;
  }

  Script read(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Place place = new Place(file, i + 1, lines.get(i).strip());
      try {
        line(place, lines.get(i));
      } catch (Fault e) {
        fault(place, e);
        draftIsSound = false;
      }
    }
    finish();
    if (scenarios.isEmpty() && faults.isEmpty()) {
      faults.add(file + ":1: there is no scenario");
    }
    return new Script(file, List.copyOf(scenarios));
  }

  private void fault(Place place, Fault fault) {
    faults.add(place + ": " + fault.getMessage());
  }

  private void line(Place place, String line) throws Fault {
    String said = line.substring(0, Tokens.comment(line));
    if (said.isBlank()) {
      return;
    }
    if (said.strip().split("\\s+", 2)[0].equals("scenario")) {
      begin(Draft.of(dictionary, place, said));
      return;
    }
    if (draft == null) {
      throw new Fault("a step before the first 'scenario' line");
    }
    Matcher raw = RAW.matcher(line);
    if (raw.matches()) {
      String text = raw.group(2);
      draft.raw(place, raw.group(1), text == null ? "" : text);
    } else {
      draft.line(place, Tokens.of(line));
    }
  }

  private void begin(Draft next) throws Fault {
    finish();
    for (Scenario scenario : scenarios) {
      if (scenario.id().equals(next.id())) {
        throw new Fault(
            "there is a scenario " + next.id() + " in " + scenario.place() + " already");
      }
    }
    draft = next;
  }

  private void finish() {
    if (draft == null) {
      return;
    }
    try {
      Scenario finished = draft.finished();
      if (draftIsSound) {
        scenarios.add(finished);
      }
    } catch (Fault e) {
      fault(draft.place(), e);
    }
    draft = null;
    draftIsSound = true;
  }
}
