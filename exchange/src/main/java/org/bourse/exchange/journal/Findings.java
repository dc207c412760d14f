package org.bourse.exchange.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * What an open would cut from a log: a crash leaves such an end, an orderly stop does not.
   *
   * @param torn null: the log is whole
   * @param endedInOrder whether the last run did
   */
  public void tail(@Nullable TornTail torn, boolean endedInOrder) {
    if (torn == null) {
      return;
    }
    String at = "offset " + torn.offset() + ": record " + torn.sequence();
    if (endedInOrder) {
      fault(
          torn.segment(), at + " is damaged, though the last run ended in order; restore the file");
    } else {
      note(torn.segment(), at + " was not written to its end; the next start cuts it there");
    }
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
