package org.bourse.exchange.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.bourse.exchange.fix.FixText;
import org.jspecify.annotations.Nullable;
import quickfix.field.ClOrdID;
import quickfix.field.CxlRejReason;
import quickfix.field.ExecType;
import quickfix.field.MsgType;
import quickfix.field.OrdRejReason;
import quickfix.field.OrdStatus;
import quickfix.field.OrdStatusReqID;
import quickfix.field.OrigClOrdID;

/**
 * What one trader knows: the requests that it sent and the reports that it received, in the order
 * of their arrival, and nothing else. Whatever does not follow from these two is a fault. Any
 * thread.
 */
final class Ledger {
  private static final int UNANSWERED_AT_MOST = 64;

  /** OrdRejReason and CxlRejReason of what an instrument's phase does not allow. */
  private static final Set<String> BY_PHASE = Set.of("2", "11");

  private final Semaphore window = new Semaphore(UNANSWERED_AT_MOST);
  private final Arrivals arrivals = new Arrivals();
  private final Faults faults;
  private final Map<String, Request> unanswered = new HashMap<>();
  private final Map<String, OwnOrder> asked = new HashMap<>();
  private final Map<String, OwnOrder> orders = new HashMap<>();
  private final List<OwnOrder> open = new ArrayList<>();
  private final List<OwnOrder> unchecked = new ArrayList<>();
  private final List<OwnOrder> all = new ArrayList<>();
  private final List<Execution> executions = new ArrayList<>();
  private int answered;

  Ledger(Faults faults) {
    this.faults = faults;
  }

  /** One permit for each request that may still be sent before another is answered. */
  Semaphore window() {
    return window;
  }

  /** Notes a request that is about to be sent. */
  synchronized void sending(Request request) {
    unanswered.put(request.clOrdId(), request);
    if (request.isNew()) {
      OwnOrder order = new OwnOrder(request);
      orders.put(request.clOrdId(), order);
      open.add(order);
      all.add(order);
      unchecked.add(order);
    } else {
      OwnOrder order = orders.get(request.origClOrdId());
      if (order != null) {
        order.changing(true);
      }
    }
  }

  /** Notes a question for an order's state that is about to be sent. */
  synchronized void asking(String ordStatusReqId, OwnOrder order) {
    asked.put(ordStatusReqId, order);
  }

  /** Applies what arrived. */
  synchronized void received(FixText message) {
    String fault = arrivals.fault(message);
    if (fault != null) {
      faults.add(fault, message);
    } else if (arrivals.isNew(message)) {
      switch (message.get(MsgType.FIELD)) {
        case MsgType.EXECUTION_REPORT -> report(message);
        case MsgType.ORDER_CANCEL_REJECT -> changeRefused(message);
        default -> faults.add("neither report nor refusal", message);
      }
    }
  }

  private void report(FixText report) {
    switch (report.get(ExecType.FIELD).charAt(0)) {
      case ExecType.NEW -> {
        Request request = answer(report);
        if (request != null) {
          requireSound(request, report);
          named(report).accepted(report);
          compare(report);
        }
      }
      case ExecType.REJECTED -> {
        Request request = answer(report);
        if (request != null) {
          requireFaulty(request, report, OrdRejReason.FIELD);
          named(report).refused(report);
          compare(report);
        }
      }
      case ExecType.TRADE -> filled(report);
      case ExecType.REPLACED, ExecType.CANCELED -> changed(report);
      case ExecType.EXPIRED -> expired(report);
      case ExecType.RESTATED -> triggered(report);
      case ExecType.ORDER_STATUS -> status(report);
      default -> faults.add("unexpected ExecType", report);
    }
  }

  private void filled(FixText report) {
    OwnOrder order = orders.get(report.get(ClOrdID.FIELD));
    if (order == null) {
      faults.add("a fill of an order that was never sent", report);
    } else {
      order.filled(report);
      executions.add(Execution.of(report, order));
      compare(report);
    }
  }

  private void changed(FixText report) {
    String clOrdId = report.get(ClOrdID.FIELD);
    String origClOrdId = report.get(OrigClOrdID.FIELD);
    if (origClOrdId.isEmpty()) {
      canceledByVenue(report, clOrdId);
      return;
    }
    Request request = answer(report);
    OwnOrder order = orders.get(origClOrdId);
    if (request == null || order == null || !origClOrdId.equals(request.origClOrdId())) {
      faults.add("a change that was never asked for", report);
      return;
    }
    requireSound(request, report);
    orders.put(clOrdId, order);
    order.changing(false);
    if (request.isReplace()) {
      order.replaced(request);
    } else {
      order.canceled(clOrdId);
    }
    compare(report);
  }

  private void canceledByVenue(FixText report, String clOrdId) {
    OwnOrder order = orders.get(clOrdId);
    if (order == null || !order.mayFindNothing()) {
      faults.add("canceled, though nobody asked", report);
    } else {
      order.canceled(clOrdId);
      compare(report);
    }
  }

  private void expired(FixText report) {
    OwnOrder order = named(report);
    if (order == null || !order.mayExpire()) {
      faults.add("expired before its time", report);
    } else {
      order.expired();
      compare(report);
    }
  }

  private void triggered(FixText report) {
    OwnOrder order = named(report);
    if (order == null || !order.isStop()) {
      faults.add("restated, though nothing happened", report);
    } else {
      order.triggered();
      compare(report);
    }
  }

  private void changeRefused(FixText refusal) {
    Request request = answer(refusal);
    if (request == null) {
      return;
    }
    OwnOrder order = orders.get(request.origClOrdId());
    if (order == null) {
      requireFaulty(request, refusal, CxlRejReason.FIELD);
      return;
    }
    order.changing(false);
    boolean tooLate = refusal.get(CxlRejReason.FIELD).equals("0") && !order.isOpen();
    if (!tooLate) {
      requireFaulty(request, refusal, CxlRejReason.FIELD);
    }
    if (!refusal.get(OrdStatus.FIELD).equals(String.valueOf(order.status()))) {
      faults.add("refused with another state than " + order, refusal);
    }
  }

  private void status(FixText report) {
    OwnOrder order = asked.remove(report.get(OrdStatusReqID.FIELD));
    if (order == null) {
      faults.add("a state that nobody asked for", report);
      return;
    }
    String differences = order.differences(report);
    if (!differences.isEmpty()) {
      faults.add("the exchange and the owner differ on " + order + ": " + differences, report);
    }
  }

  /** The request that is answered; where there is none, that is a fault. */
  private @Nullable Request answer(FixText report) {
    Request request = unanswered.remove(report.get(ClOrdID.FIELD));
    if (request == null) {
      faults.add("a second answer, or one to what was never sent", report);
    } else {
      answered++;
      window.release();
    }
    return request;
  }

  private OwnOrder named(FixText report) {
    return orders.get(report.get(ClOrdID.FIELD));
  }

  private void compare(FixText report) {
    OwnOrder order = named(report);
    String differences = order.differences(report);
    if (!differences.isEmpty()) {
      faults.add("a report does not follow from those before it: " + differences, report);
    }
  }

  private void requireSound(Request request, FixText report) {
    if (request.faulty()) {
      faults.add("a request was taken that can't be", report);
    }
  }

  private void requireFaulty(Request request, FixText refusal, int reason) {
    boolean isSteered =
        request.symbol().equals(Operator.SYMBOL) && BY_PHASE.contains(refusal.get(reason));
    if (!request.faulty() && !isSteered && !request.isPast()) {
      faults.add("refused for " + reason + "=" + refusal.get(reason) + ": " + request, refusal);
    }
  }

  /** A resting order that no request is changing, null where chance finds none. */
  synchronized @Nullable OwnOrder anyOpen(Random random) {
    while (!open.isEmpty()) {
      int place = random.nextInt(open.size());
      OwnOrder order = open.get(place);
      if (!order.isDone()) {
        return order.isOpen() && order.mayRest() && !order.isChanging() ? order : null;
      }
      open.set(place, open.get(open.size() - 1));
      open.remove(open.size() - 1);
    }
    return null;
  }

  /** Orders that were not done when this was last called, and those that came since. */
  synchronized List<OwnOrder> takeUnchecked() {
    List<OwnOrder> taken = List.copyOf(unchecked);
    unchecked.removeIf(OwnOrder::isDone);
    return taken;
  }

  synchronized List<OwnOrder> all() {
    return List.copyOf(all);
  }

  synchronized List<Execution> executions() {
    return List.copyOf(executions);
  }

  synchronized List<String> execIds() {
    return arrivals.execIds();
  }

  /** Messages that told something for the first time. */
  synchronized int reports() {
    return arrivals.first();
  }

  /** Messages that came again with PossResend. */
  synchronized int reportsAgain() {
    return arrivals.again();
  }

  /** Requests that have their final answer. */
  synchronized int answered() {
    return answered;
  }

  /** ClOrdIDs of requests without an answer. */
  synchronized List<String> unanswered() {
    return List.copyOf(unanswered.keySet());
  }

  /** Whether every request and every question has its answer. */
  synchronized boolean isQuiet() {
    return unanswered.isEmpty() && asked.isEmpty();
  }
}
