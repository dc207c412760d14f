package org.bourse.exchange.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one file. */
final class FaultLog {

  private final Path file;
  private final List<Fault> faults = new ArrayList<>();

  FaultLog(Path file) {
    this.file = file;
  }

  void add(int line, String path, String problem) {
    faults.add(new Fault(file, line, path, problem));
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  List<Fault> inOrderOfLines() {
    return faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
  }
}
