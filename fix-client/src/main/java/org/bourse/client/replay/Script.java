package org.bourse.client.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bourse.client.fix.Requests;
import org.bourse.client.fix.Requests.Terms;
import org.bourse.client.replay.Action.Fill;
import quickfix.Message;
import quickfix.field.Side;
import quickfix.field.TimeInForce;

/**
 * The actions of a file as requests. A request's ClOrdID is the run's name and the number of its
 * line, so that another run of the same name over a later slice can name the orders of this one;
 * quantities filled so far are those that the file expects, not those reported so far, because
 * requests are sent ahead of their answers.
 */
final class Script {

  private static final int FIRST_LINE = 2;

  private final String run;
  private final String symbol;
  private final List<Step> steps;

  Script(List<Action> actions, String run, String symbol) {
    this.run = run;
    this.symbol = symbol;
    this.steps = steps(actions);
  }

  /** An action, the step that last named its order, and the OrderQty(38) to be sent. */
  private record Step(Action action, int previous, long orderQuantity) {}

  private static List<Step> steps(List<Action> actions) {
    Map<Integer, Progress> orders = new HashMap<>();
    List<Step> steps = new ArrayList<>(actions.size());
    for (Action action : actions) {
      Progress order = orders.computeIfAbsent(action.order(), id -> new Progress());
      switch (action.kind()) {
        case NEW, IOC -> order.total = action.quantity();
        case REDUCE -> order.total = order.filled + action.quantity();
        case CANCEL -> {}
      }
      int previous = order.last;
      order.last = steps.size();
      steps.add(new Step(action, previous, order.total));
      for (Fill fill : action.fills()) {
        order.filled += fill.quantity();
        orders.computeIfAbsent(fill.order(), id -> new Progress()).filled += fill.quantity();
      }
    }
    return steps;
  }

  private static final class Progress {
    long total;
    long filled;
    int last = -1;
  }

  int size() {
    return steps.size();
  }

  Action action(int index) {
    return steps.get(index).action;
  }

  int line(int index) {
    return index + FIRST_LINE;
  }

  /** The action whose request has this ClOrdID; empty if it is none of this run. */
  OptionalInt indexOf(String clOrdId) {
    int dash = run.length();
    if (clOrdId.length() <= dash + 1
        || clOrdId.length() > dash + 10
        || clOrdId.charAt(dash) != '-'
        || !clOrdId.startsWith(run)) {
      return OptionalInt.empty();
    }
    int line = 0;
    for (int i = dash + 1; i < clOrdId.length(); i++) {
      int digit = clOrdId.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return OptionalInt.empty();
      }
      line = line * 10 + digit;
    }
    int index = line - FIRST_LINE;
    return index >= 0 && index < steps.size() ? OptionalInt.of(index) : OptionalInt.empty();
  }

  Message request(int index) {
    Step step = steps.get(index);
    Action action = step.action;
    char side = action.buy() ? Side.BUY : Side.SELL;
    String quantity = Long.toString(step.orderQuantity);
    return switch (action.kind()) {
      case NEW -> Requests.newOrder(clOrdId(index), terms(action, side, quantity));
      case IOC -> Requests.newOrder(clOrdId(index), terms(action, side, quantity));
      case CANCEL ->
          Requests.cancel(clOrdId(index), clOrdId(step.previous), side, symbol, quantity);
      case REDUCE ->
          Requests.replace(clOrdId(index), clOrdId(step.previous), terms(action, side, quantity));
    };
  }

  private Terms terms(Action action, char side, String quantity) {
    char timeInForce =
        action.kind() == Action.Kind.IOC ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.DAY;
    String price = Action.decimal(action.price()).stripTrailingZeros().toPlainString();
    return new Terms(side, symbol, quantity, price, timeInForce, null);
  }

  private String clOrdId(int index) {
    return run + "-" + line(index);
  }
}
