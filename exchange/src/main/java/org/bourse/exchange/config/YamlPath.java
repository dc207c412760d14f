package org.bourse.exchange.config;

import java.util.regex.Pattern;

/** Where a node is in its file: {@code instruments[1].tick}; the root is the empty path. */
final class YamlPath {

  static final String ROOT = "";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,60}");

  private YamlPath() {}

  static String key(String parent, String key) {
    String shown = PLAIN.matcher(key).matches() ? key : Quoted.of(key);
    return parent.isEmpty() ? shown : parent + "." + shown;
  }

  static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }
}
