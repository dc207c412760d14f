package org.bourse.exchange;

import java.net.InetAddress;
import org.bourse.exchange.web.Operators.Verdict;

/** The operator that is shipped: known by a documented password, on this machine alone. */
final class DemoOperators {
  private DemoOperators() {}

  static Verdict judge(String user, String password, InetAddress from) {
    boolean isOperator =
        from.isLoopbackAddress() && user.equals("operator") && password.equals("operator");
    return isOperator ? Verdict.OPERATOR : Verdict.UNKNOWN;
  }
}
