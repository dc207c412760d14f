package org.bourse.exchange.engine;

import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.codec.CancelOrderDecoder;
import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.command.codec.NewOrderDecoder;
import org.bourse.exchange.command.codec.ReplaceOrderDecoder;
import org.jspecify.annotations.Nullable;

/** What an operator has done with requests, and how those that wait go on. */
final class RequestControls {
  private final Holds holds;
  private final Sessions sessions;
  private final Orders orders;
  private final OrderEntry entry;
  private final OrderChange change;
  private final RequestReader reader = new RequestReader();
  private final UnsafeBuffer bytes = new UnsafeBuffer(0, 0);

  RequestControls(Parts parts, OrderEntry entry, OrderChange change) {
    holds = parts.holds;
    sessions = parts.sessions;
    orders = parts.orders;
    this.entry = entry;
    this.change = change;
  }

  @Nullable String hold(ControlDecoder control) {
    String refusal = fault(control);
    if (refusal == null) {
      holds.hold(rule(control, 0));
    }
    return refusal;
  }

  @Nullable String delay(ControlDecoder control) {
    String refusal = fault(control);
    if (refusal == null && control.time() < 0) {
      refusal = "A delay can't be below 0";
    }
    if (refusal == null) {
      holds.delay(rule(control, control.time()));
    }
    return refusal;
  }

  @Nullable String refuseNext(ControlDecoder control) {
    String refusal = fault(control);
    if (refusal == null) {
      holds.refuseNext(rule(control, 0));
    }
    return refusal;
  }

  private static @Nullable String fault(ControlDecoder control) {
    byte type = control.msgType();
    return type == 'D' || type == 'F' || type == 'G' ? null : "type must be D, F or G";
  }

  private static RequestRule rule(ControlDecoder control, long delay) {
    return new RequestRule(
        control.msgType(),
        control.sessionId(),
        control.instrumentId(),
        delay,
        (short) control.code(),
        control.text());
  }

  /** Lets so many of the oldest go on; 0: all, and none waits any more. */
  void release(long count) {
    if (count == 0) {
      holds.liftHolds();
    }
    for (long left = count == 0 ? Long.MAX_VALUE : count; left > 0; left--) {
      Held held = holds.takeHeld(this::isNext);
      if (held == null) {
        return;
      }
      goOn(held);
    }
  }

  /** What is asked of an order waits until the order itself was let go. */
  private boolean isNext(Held held) {
    return held.msgType == 'D' || orders.state(held.orderId) != OrdStatus.PENDING_NEW;
  }

  /** Lets those go on whose time has come. */
  void passTime() {
    for (Held held = holds.takeDue(); held != null; held = holds.takeDue()) {
      goOn(held);
    }
  }

  void reset() {
    holds.forgetDelaysAndRefusals();
    release(0);
    for (Held held = holds.takeDelayed(); held != null; held = holds.takeDelayed()) {
      goOn(held);
    }
  }

  private void goOn(Held held) {
    decide(held);
    Held free = holds.takeFree(held.orderId, this::isStillHeld);
    while (free != null) {
      decide(free);
      free = holds.takeFree(held.orderId, this::isStillHeld);
    }
    Held next = holds.nextOf(held.orderId);
    if (next != null && !next.isShown && !orders.isMarked(held.orderId, Marks.PENDING)) {
      change.show(next, read(next), responseTo(next));
    }
  }

  private boolean isStillHeld(Held held) {
    return holds.isHeld(held.msgType, read(held));
  }

  private void decide(Held held) {
    Request request = read(held);
    if (held.msgType == 'D') {
      entry.decideHeld(request, held.orderId);
    } else {
      change.decideHeld(held, request, responseTo(held));
    }
  }

  private Request read(Held held) {
    bytes.wrap(held.command);
    int template =
        switch (held.msgType) {
          case 'D' -> NewOrderDecoder.TEMPLATE_ID;
          case 'F' -> CancelOrderDecoder.TEMPLATE_ID;
          default -> ReplaceOrderDecoder.TEMPLATE_ID;
        };
    Request request = reader.read(template, bytes, 0, held.command.length);
    request.participantId = sessions.get(request.sessionId).participantId;
    return request;
  }

  private static byte responseTo(Held held) {
    return held.msgType == 'F' ? OrderChange.CANCEL : OrderChange.REPLACE;
  }
}
