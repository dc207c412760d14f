package org.bourse.client.scenario.script;

/** What is written in a line can't be understood. */
final class Fault extends Exception {

  private static final long serialVersionUID = 1L;

  Fault(String message) {
    super(message);
  }
}
