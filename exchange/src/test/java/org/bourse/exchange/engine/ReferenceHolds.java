package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.command.SessionRequest;
import org.bourse.exchange.engine.ReferenceReports.Reason;
import org.bourse.exchange.model.Profile;
import org.jspecify.annotations.Nullable;

/** Requests that an operator lets wait, come late, or be refused. */
final class ReferenceHolds {
  private final ReferenceMarket market;
  private final List<Rule> holds = new ArrayList<>();
  private final List<Rule> delays = new ArrayList<>();
  private final List<Rule> refusals = new ArrayList<>();
  private final List<Held> waiting = new ArrayList<>();

  /** Which requests something is done with; -1: of all sessions, for all instruments. */
  private record Rule(
      char type, int sessionId, int instrumentId, long delay, int code, String text) {
    static Rule of(Control control) {
      return new Rule(
          control.msgType(),
          control.sessionId(),
          control.instrumentId(),
          control.time(),
          control.code(),
          control.text());
    }

    boolean fits(char msgType, int session, int instrument) {
      return type == msgType
          && (sessionId == -1 || sessionId == session)
          && (instrumentId == -1 || instrumentId == instrument);
    }

    boolean isLike(Rule other) {
      return type == other.type
          && sessionId == other.sessionId
          && instrumentId == other.instrumentId;
    }
  }

  /** A request that waits; due 0: until it is let go. */
  private static final class Held {
    final SessionRequest request;
    final ReferenceOrder order;
    final long due;
    boolean isShown;

    Held(SessionRequest request, ReferenceOrder order, long due) {
      this.request = request;
      this.order = order;
      this.due = due;
    }

    char type() {
      return request instanceof NewOrder ? 'D' : request instanceof CancelOrder ? 'F' : 'G';
    }

    int instrumentId() {
      if (request instanceof NewOrder order) {
        return order.instrumentId();
      }
      return request instanceof CancelOrder cancel
          ? cancel.instrumentId()
          : ((ReplaceOrder) request).instrumentId();
    }
  }

  ReferenceHolds(ReferenceMarket market) {
    this.market = market;
  }

  void hold(Control control) {
    replace(holds, Rule.of(control));
  }

  void delay(Control control) {
    replace(delays, Rule.of(control));
    delays.removeIf(rule -> rule.delay == 0);
  }

  void refuseNext(Control control) {
    refusals.add(Rule.of(control));
  }

  private static void replace(List<Rule> rules, Rule rule) {
    rules.removeIf(rule::isLike);
    rules.add(rule);
  }

  /** The refusal for the next such request, which is used up; null: none. */
  @Nullable Reason takeRefusal(char type, int sessionId, int instrumentId) {
    for (Rule rule : refusals) {
      if (rule.fits(type, sessionId, instrumentId)) {
        refusals.remove(rule);
        market.reached.add((type == 'D' ? "a new order" : "a change") + " refused by an operator");
        return new Reason(rule.code, rule.text);
      }
    }
    return null;
  }

  /** Lets a new order wait, if it has to. */
  boolean keep(ReferenceOrder order, NewOrder request) {
    Held held = held(request, order);
    if (held != null) {
      order.state = ReferenceOrder.PENDING_NEW;
      market.orders.opened(order);
      waiting.add(held);
    }
    return held != null;
  }

  /** Lets a cancel or replace wait, if it has to. */
  boolean keepChange(ReferenceOrder order, SessionRequest request) {
    if (market.follows(Profile.NO_CHAINING) && order.isPending()) {
      market.reached.add("a request refused while another waits");
      return false;
    }
    Held held = held(request, order);
    if (held == null) {
      return false;
    }
    waiting.add(held);
    if (order.isPending()) {
      market.reached.add("a request that waits behind another");
    }
    if (held.due == 0 && (market.follows(Profile.ACKS_ON_ARRIVAL) || !order.isPending())) {
      show(held);
    }
    return true;
  }

  private @Nullable Held held(SessionRequest request, ReferenceOrder order) {
    Held held = new Held(request, order, 0);
    if (isHeld(held) || isBehind(held)) {
      return held;
    }
    for (Rule rule : delays) {
      if (rule.fits(held.type(), request.sessionId(), held.instrumentId())) {
        return new Held(request, order, market.time.now + rule.delay);
      }
    }
    return null;
  }

  private boolean isHeld(Held held) {
    return holds.stream()
        .anyMatch(rule -> rule.fits(held.type(), held.request.sessionId(), held.instrumentId()));
  }

  /** Whether it is about an order that waits itself. */
  private static boolean isBehind(Held held) {
    return held.type() != 'D' && held.order.state == ReferenceOrder.PENDING_NEW;
  }

  private void show(Held held) {
    if (market.changes.doneFault(held.order, held.type()) == null) {
      if (held.order.isPending()) {
        market.reached.add("two requests shown at once");
      }
      held.isShown = true;
      market.changes.pending(held.order, held.request);
      market.reached.add("a held request shown");
    }
  }

  /** Lets so many of the oldest go on; 0: all, and nothing is held any more. */
  void release(long count) {
    if (count == 0) {
      holds.clear();
    }
    long left = count == 0 ? Long.MAX_VALUE : count;
    Held next = takeOldest();
    while (next != null) {
      goOn(next);
      left--;
      next = left > 0 ? takeOldest() : null;
    }
  }

  private @Nullable Held takeOldest() {
    for (Held held : waiting) {
      if (held.due == 0 && !isBehind(held)) {
        waiting.remove(held);
        return held;
      }
    }
    return null;
  }

  /** Lets those go on whose time has come, the earliest first. */
  void passTime() {
    Held next = takeDelayed(market.time.now);
    while (next != null) {
      goOn(next);
      next = takeDelayed(market.time.now);
    }
  }

  private @Nullable Held takeDelayed(long latest) {
    Held first = null;
    for (Held held : waiting) {
      boolean isDue = held.due != 0 && held.due <= latest;
      if (isDue && (first == null || held.due < first.due)) {
        first = held;
      }
    }
    waiting.remove(first);
    return first;
  }

  void reset() {
    delays.clear();
    refusals.clear();
    release(0);
    Held delayed = takeDelayed(Long.MAX_VALUE);
    while (delayed != null) {
      goOn(delayed);
      delayed = takeDelayed(Long.MAX_VALUE);
    }
  }

  /** Decides a request, and those behind it that nothing holds; the next one is shown. */
  private void goOn(Held held) {
    decide(held);
    Iterator<Held> behind =
        waiting.stream()
            .filter(other -> other.order == held.order && other.due == 0 && other.type() != 'D')
            .toList()
            .iterator();
    while (behind.hasNext()) {
      Held next = behind.next();
      if (isHeld(next)) {
        if (!next.isShown && !held.order.isPending()) {
          show(next);
        }
        return;
      }
      waiting.remove(next);
      decide(next);
    }
  }

  /** Whether the owner was told that a request for an order is pending, and it still waits. */
  private boolean isShown(ReferenceOrder order, char type) {
    return waiting.stream()
        .anyMatch(held -> held.isShown && held.order == order && held.type() == type);
  }

  private void decide(Held held) {
    if (held.request instanceof NewOrder request) {
      if (held.order.state == ReferenceOrder.PENDING_NEW) {
        market.reached.add("a held order let go");
        market.entry.decide(held.order, request);
        if (held.order.state == ReferenceOrder.REJECTED) {
          market.reached.add("a held request refused");
        }
      } else {
        market.reached.add("a held order that ended meanwhile");
      }
    } else {
      if (held.isShown) {
        held.order.isCancelPending = isShown(held.order, 'F');
        held.order.isReplacePending = isShown(held.order, 'G');
      }
      market.changes.decide(held.order, held.request, held.isShown);
    }
  }
}
