package org.bourse.client.scenario.script;

import java.nio.file.Path;

/**
 * A line of a file.
 *
 * @param file the file
 * @param line its number, from 1
 * @param text what stands there, without blanks around it
 */
public record Place(Path file, int line, String text) {

  /** {@code file:line}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
