package org.bourse.exchange.access;

import java.util.List;
import java.util.Map;
import org.bourse.exchange.model.SelfTrade;
import org.jspecify.annotations.Nullable;

/**
 * Whose orders are matched: a firm with its users and FIX sessions.
 *
 * @param name each only once on the venue
 * @param grants what its users may do, and each session that has none of its own
 * @param selfTradePrevention where its orders say nothing
 * @param limits of instruments that have none of their own
 * @param instrumentLimits by symbol
 * @param messageRate of each of its sessions, null: no limit
 * @param killSwitch whether it is cut off from trading
 */
public record Participant(
    String name,
    List<SessionAccess> sessions,
    List<User> users,
    Grants grants,
    SelfTrade selfTradePrevention,
    Limits limits,
    Map<String, Limits> instrumentLimits,
    @Nullable MessageRate messageRate,
    boolean killSwitch) {

  /** Copies the collections. */
  public Participant {
    sessions = List.copyOf(sessions);
    users = List.copyOf(users);
    instrumentLimits = Map.copyOf(instrumentLimits);
  }

  /** The limits of an instrument. */
  public Limits limits(String symbol) {
    return instrumentLimits.getOrDefault(symbol, limits);
  }

  /** The user of a name, null: it has none. */
  public @Nullable User user(String userName) {
    for (User user : users) {
      if (user.name().equals(userName)) {
        return user;
      }
    }
    return null;
  }
}
