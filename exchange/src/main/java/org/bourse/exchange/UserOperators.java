package org.bourse.exchange;

import java.net.InetAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bourse.exchange.access.Access;
import org.bourse.exchange.access.Answer;
import org.bourse.exchange.access.Attempt;
import org.bourse.exchange.access.Role;
import org.bourse.exchange.web.Operators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The participants' users with the role operator. Any thread; it waits for the answer. */
final class UserOperators implements Operators {
  private static final Logger LOG = LoggerFactory.getLogger(UserOperators.class);
  private static final long LONGEST_SECONDS = 10;

  private final Access access;

  UserOperators(Access access) {
    this.access = access;
  }

  @Override
  public Verdict judge(String user, String password, InetAddress from) {
    try {
      Answer answer =
          access
              .authenticate(new Attempt(user, password, null, from))
              .get(LONGEST_SECONDS, TimeUnit.SECONDS);
      if (answer instanceof Answer.Admitted admitted) {
        return admitted.user().is(Role.OPERATOR) ? Verdict.OPERATOR : Verdict.OTHER;
      }
      return Verdict.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verdict.UNKNOWN;
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Credentials from {} could not be checked: {}", from, e.getMessage());
      return Verdict.UNKNOWN;
    }
  }
}
