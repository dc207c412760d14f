package org.bourse.exchange.fix;

import org.bourse.exchange.marketdata.EntryKind;
import org.bourse.exchange.marketdata.EntrySink;
import org.bourse.exchange.marketdata.Statistic;
import org.bourse.exchange.marketdata.TradeTick;
import org.bourse.exchange.model.Instrument;
import quickfix.field.MDEntryDate;
import quickfix.field.MDEntryID;
import quickfix.field.MDEntryPositionNo;
import quickfix.field.MDEntryPx;
import quickfix.field.MDEntrySize;
import quickfix.field.MDEntryTime;
import quickfix.field.MDEntryType;
import quickfix.field.MDUpdateAction;
import quickfix.field.NumberOfOrders;
import quickfix.field.OpenCloseSettlFlag;
import quickfix.field.RptSeq;
import quickfix.field.Symbol;
import quickfix.field.TradeCondition;

/**
 * Writes the entries of a MarketDataSnapshotFullRefresh(W) or MarketDataIncrementalRefresh(X) of
 * one instrument, in the order of the fields that the FIX 4.4 dictionary has for a group. Fields
 * that it does not have there are left out for those who want none. Reused; for one thread.
 */
final class EntryWriter implements EntrySink {
  /** AggressorSide of FIX 5.0: FIX 4.4 has no field for it. */
  static final int AGGRESSOR_SIDE = 2446;

  private final FixWriter entries = new FixWriter();
  private final EntryIds ids;
  private Instrument rules = new Instrument("", 0, 0, 1, 1, 1, 1);
  private boolean isIncremental;
  private boolean isStandard;
  private long number;
  private int count;

  EntryWriter(EntryIds ids) {
    this.ids = ids;
  }

  /**
   * Begins with the entries of a message.
   *
   * @param incremental X, not W
   * @param standard whether only fields are written that FIX 4.4 has where they stand
   * @param after RptSeq(83) of the entry before the first, of an X
   */
  void begin(Instrument instrument, boolean incremental, boolean standard, long after) {
    entries.clear();
    rules = instrument;
    isIncremental = incremental;
    isStandard = standard;
    number = after;
    count = 0;
  }

  /** The fields of all entries, good until the next message begins. */
  FixWriter entries() {
    return entries;
  }

  /** How many entries there are. */
  int count() {
    return count;
  }

  private void start(char action, EntryKind kind) {
    count++;
    if (isIncremental) {
      entries.field(MDUpdateAction.FIELD, action);
    }
    entries.field(MDEntryType.FIELD, kind.code());
  }

  private void name(String id) {
    if (isIncremental || !isStandard) {
      entries.field(MDEntryID.FIELD, id);
    }
  }

  private void symbol() {
    if (isIncremental) {
      entries.field(Symbol.FIELD, rules.symbol());
    }
  }

  private void end() {
    number++;
    if (isIncremental && !isStandard) {
      entries.field(RptSeq.FIELD, number);
    }
  }

  @Override
  public void level(
      char action, EntryKind side, int position, long price, long quantity, int orders) {
    start(action, side);
    symbol();
    entries.decimal(MDEntryPx.FIELD, price, rules.priceScale());
    if (action != DELETE) {
      entries
          .decimal(MDEntrySize.FIELD, quantity, rules.quantityScale())
          .field(NumberOfOrders.FIELD, orders);
    }
    entries.field(MDEntryPositionNo.FIELD, position);
    end();
  }

  @Override
  public void order(
      char action, EntryKind side, int position, long orderId, long price, long quantity) {
    start(action, side);
    name(ids.of(orderId));
    symbol();
    entries.decimal(MDEntryPx.FIELD, price, rules.priceScale());
    if (action != DELETE) {
      entries.decimal(MDEntrySize.FIELD, quantity, rules.quantityScale());
    }
    if (position > 0) {
      entries.field(MDEntryPositionNo.FIELD, position);
    }
    end();
  }

  @Override
  public void trade(TradeTick trade) {
    start(trade.action(), EntryKind.TRADE);
    name(Long.toString(trade.matchId()));
    symbol();
    if (trade.action() != DELETE) {
      entries
          .decimal(MDEntryPx.FIELD, trade.price(), rules.priceScale())
          .decimal(MDEntrySize.FIELD, trade.quantity(), rules.quantityScale());
    }
    entries.date(MDEntryDate.FIELD, trade.time()).timeOfDay(MDEntryTime.FIELD, trade.time());
    if (trade.condition() != 0) {
      entries.field(TradeCondition.FIELD, trade.condition());
    }
    end();
    if (trade.aggressor() != 0 && !isStandard) {
      entries.field(AGGRESSOR_SIDE, trade.aggressor());
    }
  }

  @Override
  public void statistic(char action, Statistic value) {
    start(action, value.kind());
    symbol();
    if (action != DELETE) {
      if (value.price() != 0) {
        int scale = rules.priceScale() + value.moreDigits();
        entries.decimal(MDEntryPx.FIELD, value.price(), scale);
      }
      if (value.quantity() >= 0) {
        entries.decimal(MDEntrySize.FIELD, value.quantity(), rules.quantityScale());
      }
      if (value.condition() != 0) {
        entries.field(TradeCondition.FIELD, value.condition());
      }
    }
    if (value.openClose() != 0) {
      entries.field(OpenCloseSettlFlag.FIELD, value.openClose());
    }
    end();
  }
}
