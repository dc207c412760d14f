package org.bourse.client.cli;

/** How a command ends, the same for all of them. */
public final class ExitStatus {

  /** It ran, and the answer is yes: accepted, matched. */
  public static final int OK = 0;

  /** It ran, and the answer is no: refused, not matched. */
  public static final int NO = 1;

  /** It could not run: wrong usage, unreadable file, no connection, logon refused. */
  public static final int COULD_NOT_RUN = 2;

  private ExitStatus() {}
}
