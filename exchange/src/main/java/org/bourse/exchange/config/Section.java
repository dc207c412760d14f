package org.bourse.exchange.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a file and the keys that it may have. A reading method that meets a fault reports
 * it and returns its fallback, or null where its comment says so: what was built from faulty parts
 * is thrown away by the caller.
 */
final class Section {

  private final YamlNode.Mapping mapping;
  private final String path;
  private final FaultLog faults;
  private final Set<String> misspelt = new HashSet<>();

  /** Reports each key that is not known. */
  Section(YamlNode.Mapping mapping, String path, FaultLog faults, List<String> known) {
    this.mapping = mapping;
    this.path = path;
    this.faults = faults;
    mapping.entries().forEach((key, value) -> checkKnown(key, value.line(), known));
  }

  private void checkKnown(String key, int line, List<String> known) {
    if (known.contains(key)) {
      return;
    }
    String meant = Spelling.nearest(key, known);
    if (meant == null) {
      faults.add(
          line, YamlPath.key(path, key), "unknown key, known here: " + String.join(", ", known));
    } else {
      misspelt.add(meant);
      faults.add(
          line, YamlPath.key(path, key), "unknown key, did you mean " + Quoted.of(meant) + "?");
    }
  }

  int line() {
    return mapping.line();
  }

  /** Where the section is in its file. */
  String path() {
    return path;
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /** Whether a text is at the key, and not a list or a mapping. */
  boolean isText(String key) {
    return mapping.entries().get(key) instanceof YamlNode.Text;
  }

  boolean isSection(String key) {
    return mapping.entries().get(key) instanceof YamlNode.Mapping;
  }

  /** The keys below the key, none where there is no section. */
  Set<String> names(String key) {
    return mapping.entries().get(key) instanceof YamlNode.Mapping below
        ? below.entries().keySet()
        : Set.of();
  }

  /** Reports a fault at the key, or at the start of the section if the key is not there. */
  void fault(String key, String problem) {
    YamlNode value = mapping.entries().get(key);
    faults.add(value == null ? line() : value.line(), YamlPath.key(path, key), problem);
  }

  /** Reports a key that must be there and is not, unless its misspelling was reported. */
  void require(String key) {
    if (!has(key) && !misspelt.contains(key)) {
      fault(key, "missing");
    }
  }

  /** Reports a list at the key that has no item. */
  void requireItem(String key, String item) {
    if (mapping.entries().get(key) instanceof YamlNode.Sequence list && list.items().isEmpty()) {
      fault(key, "empty, at least one " + item + " is needed");
    }
  }

  /** The section below the key; an empty one if the key is absent or faulty. */
  Section section(String key, List<String> known) {
    YamlNode value = mapping.entries().get(key);
    YamlNode.Mapping below =
        value instanceof YamlNode.Mapping found
            ? found
            : new YamlNode.Mapping(value == null ? line() : value.line(), Map.of());
    if (value != null && below != value) {
      wrongKind(key, value, "a mapping");
    }
    return new Section(below, YamlPath.key(path, key), faults, known);
  }

  /** The sections that are listed below the key; what is no section is reported and left out. */
  List<Section> sections(String key, List<String> known) {
    List<YamlNode> items = items(key);
    return items == null ? List.of() : sections(key, items, known);
  }

  private List<Section> sections(String key, List<YamlNode> items, List<String> known) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String place = YamlPath.item(YamlPath.key(path, key), i);
      if (items.get(i) instanceof YamlNode.Mapping below) {
        sections.add(new Section(below, place, faults, known));
      } else if (!(items.get(i) instanceof YamlNode.Refused)) {
        faults.add(items.get(i).line(), place, "must be a mapping, was " + items.get(i).kind());
      }
    }
    return sections;
  }

  /**
   * As {@link #sections}; an item that is a text stands for a section that has it at its only key.
   */
  List<Section> sectionsOrTexts(String key, String only, List<String> known) {
    List<YamlNode> items = items(key);
    if (items == null) {
      return List.of();
    }
    List<YamlNode> mappings = new ArrayList<>();
    for (YamlNode item : items) {
      mappings.add(
          item instanceof YamlNode.Text
              ? new YamlNode.Mapping(item.line(), Map.of(only, item))
              : item);
    }
    return sections(key, mappings, known);
  }

  /** The texts that are listed below the key; null if the key is absent or faulty. */
  @Nullable List<PlacedText> texts(String key) {
    List<YamlNode> items = items(key);
    if (items == null) {
      return null;
    }
    List<PlacedText> texts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      PlacedText text = placed(items.get(i), YamlPath.item(YamlPath.key(path, key), i));
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private @Nullable PlacedText placed(YamlNode item, String place) {
    if (item instanceof YamlNode.Text text && !text.value().isEmpty()) {
      return new PlacedText(text.value(), text.line(), place, faults);
    }
    if (!(item instanceof YamlNode.Refused)) {
      faults.add(item.line(), place, "must be a text, was " + item.kind());
    }
    return null;
  }

  /** The text at the key with its place; null if the key is absent or faulty. */
  @Nullable PlacedText placedText(String key) {
    YamlNode value = mapping.entries().get(key);
    return value == null ? null : placed(value, YamlPath.key(path, key));
  }

  /** The items below the key; null if the key is absent or faulty. */
  @Nullable List<YamlNode> items(String key) {
    YamlNode value = mapping.entries().get(key);
    if (value instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    if (value != null) {
      wrongKind(key, value, "a list");
    }
    return null;
  }

  /** The text at the key, not empty; null if the key is absent or faulty. */
  @Nullable String text(String key) {
    YamlNode value = mapping.entries().get(key);
    if (value instanceof YamlNode.Text text && !text.value().isEmpty()) {
      return text.value();
    }
    if (value != null) {
      wrongKind(key, value, "a text");
    }
    return null;
  }

  /** Which of some values the text at the key names. */
  <T> T choice(String key, List<T> values, T fallback) {
    String text = text(key);
    for (T value : values) {
      if (value.toString().equals(text)) {
        return value;
      }
    }
    if (text != null) {
      String words = values.stream().map(Object::toString).collect(Collectors.joining(", "));
      fault(key, "must be one of " + words + ", was " + Quoted.of(text));
    }
    return fallback;
  }

  /** Whether the text at the key is yes, and not no. */
  boolean flag(String key, boolean fallback) {
    return choice(key, List.of("yes", "no"), fallback ? "yes" : "no").equals("yes");
  }

  /** The time at the key, from nothing to an hour. */
  Duration time(String key, Duration fallback) {
    String text = text(key);
    Duration time = text == null ? fallback : TimeSpan.parse(text);
    if (time == null || time.compareTo(TimeSpan.LONGEST) > 0) {
      fault(key, "must be a time of up to an hour, such as 500ms, 10s or 5m, was " + quoted(text));
      return fallback;
    }
    return time;
  }

  private static String quoted(@Nullable String text) {
    return Quoted.of(String.valueOf(text));
  }

  /** The exact number at the key; null if the key is absent or faulty. */
  @Nullable BigDecimal decimal(String key) {
    String text = text(key);
    BigDecimal number = text == null ? null : PlainDecimal.parse(text);
    if (text != null && number == null) {
      fault(key, "must be a number such as 100 or 0.01, was " + Quoted.of(text));
    }
    return number;
  }

  /** The whole number at the key, both bounds included; null if the key is absent or faulty. */
  @Nullable Integer whole(String key, int least, int most) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    BigDecimal number = PlainDecimal.parse(text);
    if (number == null || number.scale() > 0) {
      fault(key, "must be a whole number, was " + Quoted.of(text));
      return null;
    }
    if (number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      fault(key, "must be between " + least + " and " + most + ", was " + number);
      return null;
    }
    return number.intValueExact();
  }

  /** The size at the key, in bytes, both bounds included. */
  long size(String key, long fallback, long least, long most) {
    String text = text(key);
    if (text == null) {
      return fallback;
    }
    OptionalLong bytes = ByteSize.parse(text);
    if (bytes.isEmpty()) {
      fault(key, "must be a size such as 64MB, was " + Quoted.of(text));
    } else if (bytes.getAsLong() < least || bytes.getAsLong() > most) {
      fault(
          key,
          "must be between "
              + ByteSize.format(least)
              + " and "
              + ByteSize.format(most)
              + ", was "
              + ByteSize.format(bytes.getAsLong()));
    } else {
      return bytes.getAsLong();
    }
    return fallback;
  }

  private void wrongKind(String key, YamlNode value, String expected) {
    if (!(value instanceof YamlNode.Refused)) {
      fault(key, "must be " + expected + ", was " + value.kind());
    }
  }
}
