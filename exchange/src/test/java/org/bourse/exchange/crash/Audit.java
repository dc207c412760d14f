package org.bourse.exchange.crash;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.MsgType;
import quickfix.field.OrdStatusReqID;
import quickfix.field.Side;
import quickfix.field.Symbol;

/**
 * Holds the ledgers of all traders against the exchange and against each other, once everything has
 * its answer.
 */
final class Audit {
  private final Market market;
  private final Faults faults = new Faults("audit");
  private int questions;

  Audit(Market market) {
    this.market = market;
  }

  /**
   * Asks for the state of each order and compares; each ledger notes what differs.
   *
   * @param everything also of orders that were done at the last call
   */
  void askForStates(boolean everything) throws Exception {
    for (Trader trader : market.traders()) {
      List<OwnOrder> unchecked = trader.ledger().takeUnchecked();
      for (OwnOrder order : everything ? trader.ledger().all() : unchecked) {
        if (order.isListed()) {
          String question = trader.compId() + "?" + ++questions;
          trader.ledger().asking(question, order);
          trader.send(statusRequest(order, question));
        }
      }
    }
    market.awaitQuiet();
  }

  private static Message statusRequest(OwnOrder order, String question) {
    Message message = new Message();
    message.getHeader().setString(MsgType.FIELD, MsgType.ORDER_STATUS_REQUEST);
    message.setString(ClOrdID.FIELD, order.clOrdId());
    message.setString(Symbol.FIELD, order.symbol());
    message.setChar(Side.FIELD, order.side());
    message.setString(OrdStatusReqID.FIELD, question);
    return message;
  }

  /** Compares the ledgers with each other; what is wrong. */
  List<String> compareLedgers() {
    requireDistinct();
    requireBalance();
    requireUncrossed();
    return faults.found();
  }

  private void requireDistinct() {
    Map<String, String> execIds = new HashMap<>();
    Set<String> orderIds = new HashSet<>();
    for (Trader trader : market.traders()) {
      for (String key : trader.ledger().execIds()) {
        String other = execIds.put(key, trader.compId());
        if (other != null) {
          faults.add("told to " + other + " and " + trader.compId(), key);
        }
      }
      for (OwnOrder order : trader.ledger().all()) {
        if (!orderIds.add(order.orderId())) {
          faults.add("an OrderID given twice", order);
        }
      }
    }
  }

  private void requireBalance() {
    Map<String, List<Execution>> matches = new HashMap<>();
    Map<String, BigDecimal> balances = new HashMap<>();
    for (Trader trader : market.traders()) {
      for (Execution execution : trader.ledger().executions()) {
        matches.computeIfAbsent(execution.match(), key -> new ArrayList<>()).add(execution);
        balances.merge(execution.symbol(), execution.signedQuantity(), BigDecimal::add);
      }
    }
    for (List<Execution> sides : matches.values()) {
      if (sides.size() != 2 || !sides.get(0).isOtherSideOf(sides.get(1))) {
        faults.add("a match without two sides", sides);
      }
    }
    balances.forEach(
        (symbol, balance) -> {
          if (balance.signum() != 0) {
            faults.add("more bought than sold of " + symbol, balance);
          }
        });
  }

  private void requireUncrossed() {
    Map<String, OwnOrder> bids = new HashMap<>();
    Map<String, OwnOrder> offers = new HashMap<>();
    for (Trader trader : market.traders()) {
      for (OwnOrder order : trader.ledger().all()) {
        if (order.isInBook() && order.side() == Side.BUY) {
          bids.merge(order.symbol(), order, Audit::higher);
        } else if (order.isInBook()) {
          offers.merge(order.symbol(), order, Audit::lower);
        }
      }
    }
    bids.forEach(
        (symbol, bid) -> {
          OwnOrder offer = offers.get(symbol);
          if (offer != null && limit(bid).compareTo(limit(offer)) >= 0) {
            faults.add("open orders that should have traded", bid + " and " + offer);
          }
        });
  }

  private static BigDecimal limit(OwnOrder order) {
    return Objects.requireNonNull(order.price());
  }

  private static OwnOrder higher(OwnOrder one, OwnOrder other) {
    return limit(one).compareTo(limit(other)) >= 0 ? one : other;
  }

  private static OwnOrder lower(OwnOrder one, OwnOrder other) {
    return limit(one).compareTo(limit(other)) <= 0 ? one : other;
  }
}
