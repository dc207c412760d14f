package org.bourse.exchange.config;

/**
 * A text of a file, and where it is.
 *
 * @param value not empty
 * @param line from 1
 * @param path as a fault names it
 */
record PlacedText(String value, int line, String path, FaultLog faults) {

  void fault(String problem) {
    faults.add(line, path, problem + ", was " + Quoted.of(value));
  }

  /** How another fault refers to it. */
  String place() {
    return path + " in line " + line;
  }
}
