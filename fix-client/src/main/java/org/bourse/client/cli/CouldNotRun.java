package org.bourse.client.cli;

/** A command cannot go on. Its message is one line for the user; the command exits with 2. */
public final class CouldNotRun extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * For a fault that is the user's or the counterparty's.
   *
   * @param message one line
   */
  public CouldNotRun(String message) {
    super(message);
  }

  /**
   * For a fault that something below reported.
   *
   * @param message one line
   * @param cause what was reported
   */
  public CouldNotRun(String message, Throwable cause) {
    super(message, cause);
  }
}
