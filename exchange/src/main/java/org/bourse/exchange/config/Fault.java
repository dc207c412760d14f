package org.bourse.exchange.config;

import java.nio.file.Path;

/**
 * One thing that is wrong in one file.
 *
 * @param file the file, its folder written as it was given to {@link Configuration#load}
 * @param line from 1; of a file that can't be read at all, 1; 0 where there is no file
 * @param path keys and indices down to the fault, such as {@code instruments[1].tick}; empty where
 *     the fault concerns the whole file
 * @param problem what is wrong, one line of text
 */
public record Fault(Path file, int line, String path, String problem) {

  /**
   * The fault in one line: {@code file:line: path: problem}; without a line where there is no file.
   */
  @Override
  public String toString() {
    return file
        + (line == 0 ? "" : ":" + line)
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + problem;
  }
}
