package org.bourse.exchange.web;

import java.net.InetAddress;

/** Says who may use the venue's controls. Any thread. */
@FunctionalInterface
public interface Operators {
  /** What becomes of a request. */
  enum Verdict {
    /** It is from an operator. */
    OPERATOR,
    /** It is from a user who is no operator. */
    OTHER,
    /** Nobody knows from whom. */
    UNKNOWN
  }

  /**
   * Judges credentials.
   *
   * @param from where the request comes from
   */
  Verdict judge(String user, String password, InetAddress from);
}
