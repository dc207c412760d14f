package org.bourse.exchange.engine;

import org.bourse.exchange.model.Instrument;

/** An instrument as the engine knows it: its rules, whether it may be traded, and its book. */
final class ListedInstrument {
  private final int id;
  private final OrderBook book;
  private Instrument rules;
  private boolean enabled;

  ListedInstrument(int id, Instrument rules, boolean enabled, OrderBook book) {
    this.id = id;
    this.rules = rules;
    this.enabled = enabled;
    this.book = book;
  }

  int id() {
    return id;
  }

  OrderBook book() {
    return book;
  }

  Instrument rules() {
    return rules;
  }

  boolean enabled() {
    return enabled;
  }

  void redefine(Instrument newRules, boolean nowEnabled) {
    rules = newRules;
    enabled = nowEnabled;
  }
}
