package org.bourse.exchange.fix;

import static org.bourse.exchange.fix.RequestFields.code;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bourse.exchange.marketdata.WhenSlow;
import org.jspecify.annotations.Nullable;
import quickfix.FieldMap;
import quickfix.Group;
import quickfix.Message;
import quickfix.field.AggregatedBook;
import quickfix.field.ApplQueueAction;
import quickfix.field.ApplQueueMax;
import quickfix.field.MDImplicitDelete;
import quickfix.field.MDUpdateType;
import quickfix.field.MarketDepth;
import quickfix.field.NoMDEntryTypes;
import quickfix.field.NoRelatedSym;
import quickfix.field.NoTradingSessions;
import quickfix.field.OpenCloseSettlFlag;
import quickfix.field.Scope;
import quickfix.field.SubscriptionRequestType;
import quickfix.field.TradingSessionID;

/** How a MarketDataRequest(V) wants its data, beside what it wants. Reused; for one thread. */
final class MarketDataTerms {
  /** At most one update an instrument in so many milliseconds: a tag of our own. */
  static final int UPDATE_INTERVAL = 8001;

  private static final int LONGEST_INTERVAL = 60_000;
  private static final Pattern DEPTH = Pattern.compile("[0-9]{1,9}");
  private static final Pattern INTERVAL = Pattern.compile("[0-9]{1,5}");
  private static final Pattern FLAGS = Pattern.compile("[045]( [045])*");
  private static final String DAY = "DAY";

  private final WhenSlow usual;

  boolean updates;
  boolean incremental;
  int depth;
  boolean byOrder;
  boolean implicitDelete;
  WhenSlow whenSlow;
  long intervalNanos;

  /**
   * Terms.
   *
   * @param usual what becomes of a slow subscriber that has not said it
   */
  MarketDataTerms(WhenSlow usual) {
    this.usual = usual;
    whenSlow = usual;
  }

  /** Takes the terms of a request that begins something; returns the first fault, null: none. */
  @Nullable MarketDataFault take(Message message) {
    MarketDataFault fault = subscription(message);
    if (fault == null) {
      fault = book(message);
    }
    if (fault == null) {
      fault = scope(message);
    }
    return fault == null ? pace(message) : fault;
  }

  private @Nullable MarketDataFault subscription(Message message) {
    char type = (char) code(text(message, SubscriptionRequestType.FIELD));
    updates = type == SubscriptionRequestType.SNAPSHOT_UPDATES;
    if (!updates && type != SubscriptionRequestType.SNAPSHOT) {
      return MarketDataFault.SUBSCRIPTION_TYPE;
    }
    String update = text(message, MDUpdateType.FIELD);
    incremental = updates && "1".equals(update);
    return incremental || !updates || "0".equals(update) ? null : MarketDataFault.UPDATE_TYPE;
  }

  private @Nullable MarketDataFault book(Message message) {
    String levels = text(message, MarketDepth.FIELD);
    if (levels == null || !DEPTH.matcher(levels).matches()) {
      return MarketDataFault.DEPTH;
    }
    depth = Integer.parseInt(levels);
    if (isNoFlag(message, AggregatedBook.FIELD)) {
      return MarketDataFault.AGGREGATED_BOOK;
    }
    byOrder = "N".equals(text(message, AggregatedBook.FIELD));
    implicitDelete = "Y".equals(text(message, MDImplicitDelete.FIELD));
    return isNoFlag(message, MDImplicitDelete.FIELD) ? MarketDataFault.IMPLICIT_DELETE : null;
  }

  private static @Nullable MarketDataFault scope(Message message) {
    for (Group session : message.getGroups(NoTradingSessions.FIELD)) {
      if (!isAbsentOr(DAY::equals, session, TradingSessionID.FIELD)) {
        return MarketDataFault.TRADING_SESSION;
      }
    }
    if (!isAbsentOr("1"::equals, message, Scope.FIELD)) {
      return MarketDataFault.SCOPE;
    }
    return isAbsentOr(FLAGS.asMatchPredicate(), message, OpenCloseSettlFlag.FIELD)
        ? null
        : MarketDataFault.SETTLEMENT;
  }

  private @Nullable MarketDataFault pace(Message message) {
    if (message.isSetField(ApplQueueMax.FIELD)) {
      return MarketDataFault.QUEUE_LENGTH;
    }
    String action = text(message, ApplQueueAction.FIELD);
    switch (action == null ? "0" : action) {
      case "0" -> whenSlow = usual;
      case "1", "2" -> whenSlow = WhenSlow.CONFLATE;
      case "3" -> whenSlow = WhenSlow.CUT;
      default -> {
        return MarketDataFault.QUEUE_ACTION;
      }
    }
    String interval = interval(message);
    if (!INTERVAL.matcher(interval).matches() || Integer.parseInt(interval) > LONGEST_INTERVAL) {
      return MarketDataFault.INTERVAL;
    }
    intervalNanos = TimeUnit.MILLISECONDS.toNanos(Integer.parseInt(interval));
    return null;
  }

  /** QuickFIX/J puts a tag that it does not know into the group that it follows. */
  private static String interval(Message message) {
    String text = text(message, UPDATE_INTERVAL);
    for (int tag : List.of(NoMDEntryTypes.FIELD, NoRelatedSym.FIELD, NoTradingSessions.FIELD)) {
      for (Group group : message.getGroups(tag)) {
        text = text == null ? text(group, UPDATE_INTERVAL) : text;
      }
    }
    return text == null ? "0" : text;
  }

  private static boolean isNoFlag(FieldMap fields, int tag) {
    return !isAbsentOr(text -> text.equals("Y") || text.equals("N"), fields, tag);
  }

  private static boolean isAbsentOr(Predicate<String> condition, FieldMap fields, int tag) {
    String text = text(fields, tag);
    return text == null || condition.test(text);
  }

  /** A field's text, null where it is not there. */
  static @Nullable String text(FieldMap fields, int tag) {
    return fields.getOptionalString(tag).orElse(null);
  }
}
