package org.bourse.exchange.fix;

import static org.bourse.exchange.fix.MarketDataTerms.text;
import static org.bourse.exchange.fix.RequestFields.code;
import static org.bourse.exchange.fix.RequestFields.orEmpty;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bourse.exchange.marketdata.EntryKind;
import org.bourse.exchange.marketdata.FeedRequest;
import org.bourse.exchange.marketdata.WhenSlow;
import org.jspecify.annotations.Nullable;
import quickfix.Group;
import quickfix.Message;
import quickfix.field.MDEntryType;
import quickfix.field.MDReqID;
import quickfix.field.MDUpdateType;
import quickfix.field.MarketDepth;
import quickfix.field.NoMDEntryTypes;
import quickfix.field.NoRelatedSym;
import quickfix.field.NoTradingSessions;
import quickfix.field.SubscriptionRequestType;
import quickfix.field.Symbol;

/** Reads MarketDataRequest(V). For one thread. */
final class MarketDataReader {
  private final InstrumentIndex instruments;
  private final MarketDataTerms terms;
  private final Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
  private final Set<Integer> numbers = new LinkedHashSet<>();

  /**
   * A reader.
   *
   * @param usual what becomes of a slow subscriber that has not said it
   */
  MarketDataReader(InstrumentIndex instruments, WhenSlow usual) {
    this.instruments = instruments;
    terms = new MarketDataTerms(usual);
  }

  /**
   * Looks for what makes a message no request at all, beside its MDReqID(262): the dictionary finds
   * most of it, where the session's settings have messages held against one.
   *
   * @return null: it can be read
   */
  static @Nullable EdgeRefusal form(Message message) {
    String type = text(message, SubscriptionRequestType.FIELD);
    EdgeRefusal refusal = FieldChecks.required(SubscriptionRequestType.FIELD, type);
    if (refusal != null || isEnd(message)) {
      return refusal;
    }
    refusal = FieldChecks.required(MarketDepth.FIELD, text(message, MarketDepth.FIELD));
    if (refusal == null) {
      refusal = FieldChecks.required(NoMDEntryTypes.FIELD, text(message, NoMDEntryTypes.FIELD));
    }
    if (refusal == null) {
      refusal = group(message, NoMDEntryTypes.FIELD, MDEntryType.FIELD);
    }
    if (refusal == null) {
      refusal = group(message, NoRelatedSym.FIELD, Symbol.FIELD);
    }
    if (refusal == null) {
      refusal = count(message, NoTradingSessions.FIELD);
    }
    boolean updates = code(type) == SubscriptionRequestType.SNAPSHOT_UPDATES;
    return refusal == null && updates && !message.isSetField(MDUpdateType.FIELD)
        ? EdgeRefusal.conditionallyMissing(
            "MDUpdateType(265) is required for SubscriptionRequestType(263) 1")
        : refusal;
  }

  private static boolean isEnd(Message message) {
    return code(text(message, SubscriptionRequestType.FIELD))
        == SubscriptionRequestType.DISABLE_PREVIOUS_SNAPSHOT_UPDATE_REQUEST;
  }

  private static @Nullable EdgeRefusal group(Message message, int countTag, int memberTag) {
    EdgeRefusal refusal = count(message, countTag);
    for (Group group : message.getGroups(countTag)) {
      refusal = refusal == null ? FieldChecks.required(memberTag, text(group, memberTag)) : refusal;
    }
    return refusal;
  }

  private static @Nullable EdgeRefusal count(Message message, int countTag) {
    String count = text(message, countTag);
    int found = message.getGroups(countTag).size();
    return count == null || count.equals(Integer.toString(found))
        ? null
        : EdgeRefusal.badCount(countTag);
  }

  /**
   * Reads a message that has no fault of {@link #form form}.
   *
   * @param who asks
   */
  MarketDataRequests.Asked read(Message message, Admission who) {
    String id = orEmpty(text(message, MDReqID.FIELD));
    if (isEnd(message)) {
      return new MarketDataRequests.End(id);
    }
    if (!who.hasMarketData()) {
      return MarketDataFault.NO_ROLE.of(id);
    }
    MarketDataFault fault = terms.take(message);
    if (fault == null) {
      fault = takeKinds(message);
    }
    if (fault != null) {
      return fault.of(id);
    }
    MarketDataRequests.Refusal refusal = takeInstruments(message, who, id);
    return refusal == null
        ? new MarketDataRequests.Feed(request(id), who.session().grants().standardMarketData())
        : refusal;
  }

  private @Nullable MarketDataFault takeKinds(Message message) {
    kinds.clear();
    for (Group group : message.getGroups(NoMDEntryTypes.FIELD)) {
      EntryKind kind = EntryKind.of((char) code(text(group, MDEntryType.FIELD)));
      if (kind == null) {
        return MarketDataFault.ENTRY_TYPE;
      }
      kinds.add(kind);
    }
    return kinds.isEmpty() ? MarketDataFault.NO_ENTRY_TYPE : null;
  }

  private MarketDataRequests.@Nullable Refusal takeInstruments(
      Message message, Admission who, String id) {
    numbers.clear();
    List<Group> asked = message.getGroups(NoRelatedSym.FIELD);
    if (asked.isEmpty()) {
      numbers.addAll(instruments.all(who.session().grants().instruments()));
      return numbers.isEmpty() ? MarketDataFault.NOTHING_GRANTED.of(id) : null;
    }
    for (Group group : asked) {
      String symbol = orEmpty(text(group, Symbol.FIELD));
      InstrumentIndex.Numbered instrument = instruments.find(symbol);
      if (instrument == null) {
        return MarketDataFault.UNKNOWN_SYMBOL.of(id, symbol);
      }
      if (!who.sees(symbol)) {
        return MarketDataFault.NOT_GRANTED.of(id, symbol);
      }
      numbers.add(instrument.id());
    }
    return null;
  }

  private FeedRequest request(String id) {
    return new FeedRequest(
        id,
        terms.updates,
        terms.incremental,
        new FeedRequest.Content(terms.depth, terms.byOrder, terms.implicitDelete, kinds),
        new ArrayList<>(numbers),
        terms.intervalNanos,
        terms.whenSlow);
  }
}
