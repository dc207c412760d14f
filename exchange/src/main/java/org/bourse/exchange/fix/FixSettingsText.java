package org.bourse.exchange.fix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A settings file of QuickFIX/J's format as it was written, each thing with its line. */
final class FixSettingsText {
  /** One setting. */
  record Entry(int line, String key, String value) {}

  /** What can't be read, and why. */
  record Unreadable(int line, String problem) {}

  /** A [SESSION], which has what it doesn't set itself from [DEFAULT]. */
  record Section(int line, Map<String, Entry> own, Map<String, Entry> defaults) {
    @Nullable Entry find(String key) {
      Entry entry = own.get(key);
      return entry == null ? defaults.get(key) : entry;
    }

    /** A setting's value, empty where it is not set. */
    String value(String key) {
      Entry entry = find(key);
      return entry == null ? "" : entry.value();
    }

    /** Where a setting is, or would be looked for. */
    int lineOf(String key) {
      Entry entry = find(key);
      return entry == null ? line : entry.line();
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final List<Section> sessions = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final Map<String, Entry> defaults = new HashMap<>();
  private @Nullable Map<String, Entry> current;

  FixSettingsText(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("[")) {
        section(i + 1, line);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        setting(i + 1, line);
      }
    }
  }

  List<Entry> entries() {
    return entries;
  }

  List<Section> sessions() {
    return sessions;
  }

  List<Unreadable> unreadable() {
    return unreadable;
  }

  private void section(int line, String text) {
    switch (text.toUpperCase(Locale.ROOT)) {
      case "[DEFAULT]" -> current = defaults;
      case "[SESSION]" -> {
        Map<String, Entry> own = new HashMap<>();
        sessions.add(new Section(line, own, defaults));
        current = own;
      }
      default ->
          unreadable.add(
              new Unreadable(line, "expected [DEFAULT] or [SESSION], was \"" + text + '"'));
    }
  }

  private void setting(int line, String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || current == null) {
      String expected = equals < 1 ? "Name=value" : "[DEFAULT] or [SESSION] before any setting";
      unreadable.add(new Unreadable(line, "expected " + expected + ", was \"" + text + '"'));
      return;
    }
    String key = text.substring(0, equals).strip();
    Entry entry = new Entry(line, key, text.substring(equals + 1).strip());
    entries.add(entry);
    current.put(key, entry);
  }
}
