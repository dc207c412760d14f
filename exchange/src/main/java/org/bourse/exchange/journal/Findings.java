package org.bourse.exchange.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a check of kept files has found, a line each. One thread. */
public final class Findings {
  private static final int MOST = 100;

  private final List<String> faults = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long faultCount;

  /**
   * Something is wrong.
   *
   * @param file where it is
   * @param what the record or offset, what is wrong with it, and what to do
   */
  public void fault(Path file, String what) {
    fault(file + ": " + what);
  }

  /** Something is wrong; the line says where, and what to do. */
  public void fault(String line) {
    faultCount++;
    if (faultCount <= MOST) {
      faults.add(line);
    }
  }

  /** Something is worth knowing, and nothing is wrong. */
  public void note(Path file, String what) {
    notes.add(file + ": " + what);
  }

  /** Whether anything is wrong. */
  public boolean isFaulty() {
    return faultCount > 0;
  }

  /** What is wrong, as far as anyone would read. */
  public List<String> faults() {
    List<String> lines = new ArrayList<>(faults);
    if (faultCount > MOST) {
      lines.add("and " + (faultCount - MOST) + " more faults");
    }
    return lines;
  }

  /** What is worth knowing. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
