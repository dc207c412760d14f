package org.bourse.exchange;

/** Starts the exchange. */
public final class Main {
  private Main() {}

  /**
   * Entry point.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.out.println(args.length);
  }
}
