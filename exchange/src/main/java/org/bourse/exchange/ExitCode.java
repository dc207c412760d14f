package org.bourse.exchange;

/** What a command ends with, beside 0. */
final class ExitCode {
  /** It ran, and found or had something amiss. */
  static final int AMISS = 1;

  /** It could not run. */
  static final int COULD_NOT_RUN = 2;

  private ExitCode() {}
}
