package org.bourse.client.scenario.script;

/**
 * A parameter of a venue line.
 *
 * @param kind what it is
 * @param text as it is written, without the mark of its kind
 */
public record Parameter(Kind kind, String text) {

  /** What a parameter is. */
  public enum Kind {
    /** A word or a decimal. */
    TEXT,
    /** An integer. */
    NUMBER,
    /** What was captured by this name. */
    CAPTURED,
    /** A session of the script, or a CompID. */
    SESSION
  }
}
