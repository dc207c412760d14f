package org.bourse.client.scenario;

import java.util.List;
import java.util.Map;

/**
 * What was expected beside what was received.
 *
 * @param rows tag by tag: what was expected first, then what else was received
 * @param captured what the expectation captures
 */
record Comparison(List<Row> rows, Map<String, String> captured) {

  /**
   * A tag.
   *
   * @param name its name and number
   * @param expected empty where it is free
   * @param received empty where there is none
   * @param fits whether it is as expected
   */
  record Row(String name, String expected, String received, boolean fits) {}

  boolean fits() {
    return faults() == 0;
  }

  int faults() {
    return (int) rows.stream().filter(row -> !row.fits()).count();
  }
}
