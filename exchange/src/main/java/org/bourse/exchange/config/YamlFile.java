package org.bourse.exchange.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A YAML file whose root is a mapping. */
final class YamlFile {

  private YamlFile() {}

  /** The file's root, or null where a fault says why there is none. */
  static @Nullable Section root(Path file, List<String> known, FaultLog faults) {
    String text = SourceText.read(file, faults);
    if (text == null) {
      return null;
    }
    YamlNode root = YamlReader.read(text, faults);
    if (root instanceof YamlNode.Mapping mapping) {
      return new Section(mapping, YamlPath.ROOT, faults, known);
    }
    if (root != null) {
      refuse(root, faults);
    } else if (faults.isEmpty()) {
      faults.add(1, YamlPath.ROOT, "empty, known here: " + String.join(", ", known));
    }
    return null;
  }

  private static void refuse(YamlNode root, FaultLog faults) {
    if (!(root instanceof YamlNode.Refused)) {
      faults.add(root.line(), YamlPath.ROOT, "must be a mapping, was " + root.kind());
    }
  }
}
