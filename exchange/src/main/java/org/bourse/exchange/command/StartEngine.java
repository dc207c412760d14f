package org.bourse.exchange.command;

/**
 * The first command of each run: which engine handles what follows.
 *
 * @param profile the configured switches, bits of {@link org.bourse.exchange.model.Profile}; they
 *     hold from now on where they are others than at the start before
 */
public record StartEngine(int engineVersion, int profile) implements Command {

  /** With no switch on. */
  public StartEngine(int engineVersion) {
    this(engineVersion, 0);
  }
}
