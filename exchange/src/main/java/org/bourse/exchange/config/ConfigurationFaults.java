package org.bourse.exchange.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration can't be used. Its message holds every fault, one line each. */
public final class ConfigurationFaults extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  ConfigurationFaults(List<Fault> faults) {
    this.faults = List.copyOf(faults);
  }

  /** All faults, file by file and in the order of their lines; never empty. */
  public List<Fault> faults() {
    return faults;
  }

  @Override
  public String getMessage() {
    return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
  }
}
