package org.bourse.exchange.config;

import java.util.List;
import java.util.Map;

/** A parsed file as a tree. The line of a value in a mapping is the line of its key. */
sealed interface YamlNode {

  int line();

  /** How a fault names this kind of node. */
  String kind();

  /** A scalar as it is written: neither number, nor truth value, nor null, whatever YAML thinks. */
  record Text(int line, String value) implements YamlNode {
    @Override
    public String kind() {
      return value.isEmpty() ? "empty" : Quoted.of(value);
    }
  }

  record Sequence(int line, List<YamlNode> items) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {
    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** Something that was there, and that has been reported as a fault already. */
  record Refused(int line) implements YamlNode {
    @Override
    public String kind() {
      return "refused";
    }
  }
}
