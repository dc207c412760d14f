package org.bourse.exchange.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ways of real venues that differ from the rule; each a bit, off unless switched on. */
public final class Profile {
  /** A replace or cancel that is decided at once is acknowledged as pending first. */
  public static final int PENDING_ACKS = 1;

  /** The report of a replace has OrdStatus Replaced (5), as CME sends it. */
  public static final int REPLACED_STATUS = 2;

  /** What is left of an IOC or FOK order is Expired (C), not Canceled. */
  public static final int EXPIRED_REMAINDERS = 4;

  /**
   * The first fill of an order that trades as it comes acknowledges it too (FIX 5.0 SP2 Vol. 7).
   */
  public static final int FIRST_FILL = 8;

  /** A filled order may be opened again by a replace to a larger quantity. */
  public static final int REOPEN_BY_REPLACE = 16;

  /** Each request that waits is acknowledged as pending when it comes, not when it is its turn. */
  public static final int ACKS_ON_ARRIVAL = 32;

  /** A request is refused while another one for the same order waits. */
  public static final int NO_CHAINING = 64;

  /** The switches that are on or off, by the names that the configuration and operators use. */
  public static final Map<String, Integer> SWITCHES = switches();

  private Profile() {}

  private static Map<String, Integer> switches() {
    Map<String, Integer> switches = new LinkedHashMap<>();
    switches.put("pending-acks", PENDING_ACKS);
    switches.put("replaced-status", REPLACED_STATUS);
    switches.put("expired-remainders", EXPIRED_REMAINDERS);
    switches.put("first-fill", FIRST_FILL);
    switches.put("reopen-by-replace", REOPEN_BY_REPLACE);
    return Collections.unmodifiableMap(switches);
  }
}
