package org.bourse.exchange.web;

import java.util.Map;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.Profile;

/** Which of the venue's switches an operator sets, and to what. */
final class ProfileRequest {
  private static final String PENDING_ACKS = "pending-acks";

  private final Parameters parameters;
  private int which;
  private int values;

  private ProfileRequest(Parameters parameters) {
    this.parameters = parameters;
  }

  /** The control that sets what is named, at least one switch. */
  static Control read(Parameters parameters) {
    ProfileRequest request = new ProfileRequest(parameters);
    boolean onArrival = request.pendingAcks();
    for (Map.Entry<String, Integer> known : Profile.SWITCHES.entrySet()) {
      String name = known.getKey();
      if (parameters.has(name) && !(onArrival && name.equals(PENDING_ACKS))) {
        request.set(known.getValue(), parameters.isOn(name));
      }
    }
    if (parameters.has("chaining")) {
      request.set(Profile.NO_CHAINING, !parameters.isOn("chaining"));
    }
    request.iocRemainder();
    if (request.which == 0) {
      parameters.requireNoMore();
      throw new BadRequest(
          "no switch is named: "
              + String.join(", ", Profile.SWITCHES.keySet())
              + ", chaining, ioc-remainder");
    }
    return Control.of(ControlKind.PROFILE).switches(request.which, request.values);
  }

  /** Whether they are to come on arrival, which is neither on nor off. */
  private boolean pendingAcks() {
    boolean onArrival = parameters.text(PENDING_ACKS).equals("on-arrival");
    if (onArrival) {
      set(Profile.PENDING_ACKS | Profile.ACKS_ON_ARRIVAL, true);
    } else if (parameters.has(PENDING_ACKS)) {
      set(Profile.ACKS_ON_ARRIVAL, false);
    }
    return onArrival;
  }

  private void iocRemainder() {
    String remainder = parameters.optional("ioc-remainder");
    if (remainder != null) {
      if (!remainder.equals("expired") && !remainder.equals("canceled")) {
        throw new BadRequest("ioc-remainder must be expired or canceled");
      }
      set(Profile.EXPIRED_REMAINDERS, remainder.equals("expired"));
    }
  }

  private void set(int bits, boolean on) {
    which |= bits;
    values |= on ? bits : 0;
  }
}
