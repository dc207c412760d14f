package org.bourse.client.scenario.script;

import java.util.List;

/** Files that can't be understood: one line a fault, {@code file:line: what is wrong}. */
public final class ScriptFaults extends Exception {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  ScriptFaults(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** The faults, in the order of files and lines. */
  public List<String> faults() {
    return faults;
  }
}
