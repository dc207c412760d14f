package org.bourse.exchange.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Requests that an operator has told to wait, to come late, or to be refused. Used by those who
 * test; where nobody does, it costs one look.
 */
final class Holds {
  /** Letting so many go takes a part of a second; it grows with their square. */
  private static final int MOST = 10_000;

  private final List<RequestRule> holds = new ArrayList<>();
  private final List<RequestRule> delays = new ArrayList<>();
  private final List<RequestRule> refusals = new ArrayList<>();
  private final List<Held> waiting = new ArrayList<>();
  private final Timers timers;

  Holds(Timers timers) {
    this.timers = timers;
  }

  /** Whether nothing waits, and nothing is to. */
  boolean isIdle() {
    return waiting.isEmpty() && holds.isEmpty() && delays.isEmpty() && refusals.isEmpty();
  }

  void hold(RequestRule rule) {
    holds.removeIf(rule::isSameScope);
    holds.add(rule);
  }

  void delay(RequestRule rule) {
    delays.removeIf(rule::isSameScope);
    if (rule.delay() > 0) {
      delays.add(rule);
    }
  }

  void refuseNext(RequestRule rule) {
    refusals.add(rule);
  }

  void liftHolds() {
    holds.clear();
  }

  void forgetDelaysAndRefusals() {
    delays.clear();
    refusals.clear();
  }

  /** Whether a request is to wait until it is let go. */
  boolean isHeld(byte msgType, Request request) {
    return !holds.isEmpty() && holds.stream().anyMatch(rule -> rule.fits(msgType, request));
  }

  /** When a request that is to come late goes on, 0: it is not to. */
  long dueOf(byte msgType, Request request) {
    for (RequestRule rule : delays) {
      if (rule.fits(msgType, request)) {
        return rule.delay() > Long.MAX_VALUE - timers.now()
            ? Long.MAX_VALUE
            : timers.now() + rule.delay();
      }
    }
    return 0;
  }

  /** Lets a request wait, behind all others. */
  Held keep(byte msgType, Request request, long orderId, long due) {
    Held held = new Held(request.commandBytes(), msgType, orderId, due);
    waiting.add(held);
    if (due != 0) {
      timers.at(due);
    }
    return held;
  }

  /** Whether another request may wait. */
  boolean hasRoom() {
    return waiting.size() < MOST;
  }

  /** The refusal that an operator has for the next such request; it is used up. */
  @Nullable RequestRule takeRefusal(byte msgType, Request request) {
    for (int i = 0; i < refusals.size(); i++) {
      if (refusals.get(i).fits(msgType, request)) {
        return refusals.remove(i);
      }
    }
    return null;
  }

  /** Takes out the oldest request that waits to be let go and may be; null: none does. */
  @Nullable Held takeHeld(Predicate<Held> mayGo) {
    for (int i = 0; i < waiting.size(); i++) {
      if (!waiting.get(i).isDelayed() && mayGo.test(waiting.get(i))) {
        return waiting.remove(i);
      }
    }
    return null;
  }

  /** Takes out the request whose time has come first; null: none has. */
  @Nullable Held takeDue() {
    return takeFirst(timers.now());
  }

  /** Takes out the request whose time comes first; null: none waits for its time. */
  @Nullable Held takeDelayed() {
    return takeFirst(Long.MAX_VALUE);
  }

  private @Nullable Held takeFirst(long latest) {
    int first = -1;
    for (int i = 0; i < waiting.size(); i++) {
      Held held = waiting.get(i);
      if (held.isDelayed()
          && held.due <= latest
          && (first < 0 || held.due < waiting.get(first).due)) {
        first = i;
      }
    }
    return first < 0 ? null : waiting.remove(first);
  }

  /** The oldest cancel or replace of an order that waits to be let go; null: none does. */
  @Nullable Held nextOf(long orderId) {
    for (Held held : waiting) {
      if (held.orderId == orderId && !held.isDelayed() && held.msgType != 'D') {
        return held;
      }
    }
    return null;
  }

  /** The marks of an order whose requests wait and were told to be pending. */
  int shownOf(long orderId) {
    int marks = 0;
    for (Held held : waiting) {
      if (held.orderId == orderId && held.isShown) {
        marks |= held.msgType == 'F' ? Marks.PENDING_CANCEL : Marks.PENDING_REPLACE;
      }
    }
    return marks;
  }

  /** Takes out the oldest request of an order that waits although nothing holds it. */
  @Nullable Held takeFree(long orderId, Predicate<Held> isHeld) {
    Held next = nextOf(orderId);
    if (next == null || isHeld.test(next)) {
      return null;
    }
    waiting.remove(next);
    return next;
  }

  /** Says again when the next delayed request goes on. */
  void remind() {
    for (Held held : waiting) {
      if (held.isDelayed()) {
        timers.at(held.due);
      }
    }
  }

  void save(StateWriter to) throws IOException {
    save(holds, to);
    save(delays, to);
    save(refusals, to);
    to.writeInt(waiting.size());
    for (Held held : waiting) {
      held.save(to);
    }
  }

  private static void save(List<RequestRule> rules, StateWriter to) throws IOException {
    to.writeInt(rules.size());
    for (RequestRule rule : rules) {
      rule.save(to);
    }
  }

  void load(StateReader from) throws IOException {
    load(holds, from);
    load(delays, from);
    load(refusals, from);
    int count = from.readCount("the number of held requests", 0, MOST);
    for (int i = 0; i < count; i++) {
      waiting.add(Held.load(from));
    }
  }

  private static void load(List<RequestRule> rules, StateReader from) throws IOException {
    int count = from.readCount("the number of rules for requests", 0, MOST);
    for (int i = 0; i < count; i++) {
      rules.add(RequestRule.load(from));
    }
  }
}
