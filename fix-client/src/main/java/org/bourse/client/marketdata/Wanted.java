package org.bourse.client.marketdata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quickfix.Group;
import quickfix.Message;
import quickfix.field.AggregatedBook;
import quickfix.field.MDEntryType;
import quickfix.field.MDReqID;
import quickfix.field.MDUpdateType;
import quickfix.field.MarketDepth;
import quickfix.field.MsgType;
import quickfix.field.NoMDEntryTypes;
import quickfix.field.NoRelatedSym;
import quickfix.field.SubscriptionRequestType;
import quickfix.field.Symbol;

/**
 * What is subscribed to.
 *
 * @param symbols Symbol(55) of each, empty for all
 * @param depth MarketDepth(264), 0 for the full book
 * @param byOrder AggregatedBook(266): false for a level a price
 * @param interval MDUpdateInterval(8001) in milliseconds, null to leave it to the venue
 */
record Wanted(List<String> symbols, int depth, boolean byOrder, @Nullable Integer interval) {

  private static final int UPDATE_INTERVAL = 8001;
  private static final char[] TYPES = {
    Entry.BID,
    Entry.OFFER,
    Entry.TRADE,
    Entry.OPENING,
    Entry.CLOSING,
    Entry.HIGH,
    Entry.LOW,
    Entry.VWAP,
    Entry.VOLUME,
    Entry.IMBALANCE
  };

  /** MarketDataRequest(V) that begins the subscription. */
  Message begin(String mdReqId) {
    Message request = request(mdReqId, SubscriptionRequestType.SNAPSHOT_UPDATES);
    request.setInt(MDUpdateType.FIELD, MDUpdateType.INCREMENTAL_REFRESH);
    request.setBoolean(AggregatedBook.FIELD, !byOrder);
    if (interval != null) {
      request.setInt(UPDATE_INTERVAL, interval);
    }
    return request;
  }

  /** MarketDataRequest(V) that ends the subscription. */
  Message end(String mdReqId) {
    return request(mdReqId, SubscriptionRequestType.DISABLE_PREVIOUS_SNAPSHOT_UPDATE_REQUEST);
  }

  private Message request(String mdReqId, char what) {
    Message request = new Message();
    request.getHeader().setString(MsgType.FIELD, MsgType.MARKET_DATA_REQUEST);
    request.setString(MDReqID.FIELD, mdReqId);
    request.setChar(SubscriptionRequestType.FIELD, what);
    request.setInt(MarketDepth.FIELD, depth);
    for (char type : TYPES) {
      Group group = new Group(NoMDEntryTypes.FIELD, MDEntryType.FIELD);
      group.setChar(MDEntryType.FIELD, type);
      request.addGroup(group);
    }
    for (String symbol : symbols) {
      Group group = new Group(NoRelatedSym.FIELD, Symbol.FIELD);
      group.setString(Symbol.FIELD, symbol);
      request.addGroup(group);
    }
    return request;
  }
}
