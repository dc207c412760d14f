package org.bourse.exchange.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.CancelOrderDecoder;
import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.command.codec.DefineInstrumentDecoder;
import org.bourse.exchange.command.codec.DefineLimitsDecoder;
import org.bourse.exchange.command.codec.DefineSessionDecoder;
import org.bourse.exchange.command.codec.InquiryDecoder;
import org.bourse.exchange.command.codec.MassCancelDecoder;
import org.bourse.exchange.command.codec.MassStatusDecoder;
import org.bourse.exchange.command.codec.NewOrderDecoder;
import org.bourse.exchange.command.codec.QueryOrderDecoder;
import org.bourse.exchange.command.codec.RefusedDecoder;
import org.bourse.exchange.command.codec.ReplaceOrderDecoder;
import org.bourse.exchange.command.codec.StartEngineDecoder;
import org.bourse.exchange.event.NoticeKind;

/**
 * Matches orders by price and time. Commands go in, events come out, and nothing else matters: the
 * same commands at the same times give the same events and the same state, in any process, on any
 * machine. One thread at a time. Once its stores are as large as the day needs, a command allocates
 * nothing.
 */
public final class MatchingEngine {
  /**
   * Raised whenever the same commands would give other events: a journal goes on only under the
   * version that wrote it.
   */
  public static final int VERSION = 3;

  private final Parts parts;
  private final Orders orders;
  private final Texts texts;
  private final Sessions sessions;
  private final Instruments instruments;
  private final Reports reports;
  private final OrderEntry entry;
  private final OrderChange change;
  private final OrderQueries queries;
  private final MassCancels massCancels;
  private final Clock clock;
  private final Controls controls;
  private final Definitions definitions;
  private final RequestReader reader = new RequestReader();
  private final Frames frames = new Frames();
  private final EngineState state;
  private final Consumer<ListedInstrument> triggerStops;
  private long position;
  private long lastTime;
  private boolean usable = true;

  /**
   * An engine that knows nothing yet.
   *
   * @param expectedOpenOrders how many orders may rest before a store must grow
   * @param expectedOrdersPerDay how many orders may come before a store must grow
   */
  public MatchingEngine(int expectedOpenOrders, int expectedOrdersPerDay) {
    parts = new Parts(expectedOpenOrders, expectedOrdersPerDay);
    orders = parts.orders;
    texts = parts.texts;
    sessions = parts.sessions;
    instruments = parts.instruments;
    reports = parts.reports;
    entry = new OrderEntry(parts);
    change = new OrderChange(parts, new Replacement(parts));
    queries = new OrderQueries(parts);
    massCancels = new MassCancels(parts);
    RequestControls ofRequests = new RequestControls(parts, entry, change);
    clock = new Clock(parts, ofRequests, massCancels);
    controls =
        new Controls(
            parts,
            new OrderControls(parts),
            new RestateControls(parts),
            new TradeControls(parts),
            ofRequests,
            new Days(parts),
            clock,
            massCancels);
    definitions = new Definitions(instruments, sessions, reports, parts.venue, parts.inquiries);
    state = new EngineState(parts, clock);
    triggerStops = parts.stops::trigger;
  }

  /**
   * Carries out one command. Whatever is in it, the answer is at least one event, unless it is a
   * request that an operator lets wait; it never throws on account of its input.
   *
   * @param commandPosition the command's place in the journal
   * @param time its time, nanoseconds since 1970, UTC
   * @param buffer holds the command: an SBE message of the commands schema with its header
   * @param offset of the header
   * @param length in bytes, header included
   * @param sink takes the events before this returns
   */
  public void apply(
      long commandPosition,
      long time,
      DirectBuffer buffer,
      int offset,
      int length,
      EventSink sink) {
    requireUsable();
    position = commandPosition;
    lastTime = time;
    reports.begin(clock.business(time), sink);
    parts.timers.begin(time);
    parts.routing.begin(commandPosition);
    int template = frames.templateOf(buffer, offset, length);
    switch (template) {
      case NewOrderDecoder.TEMPLATE_ID,
          ReplaceOrderDecoder.TEMPLATE_ID,
          CancelOrderDecoder.TEMPLATE_ID,
          QueryOrderDecoder.TEMPLATE_ID,
          MassCancelDecoder.TEMPLATE_ID,
          MassStatusDecoder.TEMPLATE_ID,
          InquiryDecoder.TEMPLATE_ID,
          RefusedDecoder.TEMPLATE_ID ->
          request(template, buffer, offset, length);
      case ControlDecoder.TEMPLATE_ID -> controls.carryOut(buffer, offset);
      case DefineInstrumentDecoder.TEMPLATE_ID -> definitions.instrument(buffer, offset);
      case DefineSessionDecoder.TEMPLATE_ID -> definitions.session(buffer, offset);
      case DefineLimitsDecoder.TEMPLATE_ID -> definitions.limits(buffer, offset);
      case StartEngineDecoder.TEMPLATE_ID -> definitions.start(buffer, offset);
      default -> notUsable();
    }
    parts.placement.takeTouched(triggerStops);
    parts.bestOnly.check();
    parts.market.tell(reports);
  }

  private void request(int template, DirectBuffer buffer, int offset, int length) {
    Request request = reader.read(template, buffer, offset, length);
    if (!sessions.has(request.sessionId)) {
      notUsable();
      return;
    }
    Sessions.Session session = sessions.get(request.sessionId);
    if (request.refSeqNum > 0 && !session.goOnTo(reader.epoch(), request.refSeqNum)) {
      reports.notice(NoticeKind.REPEATED, request.sessionId, -1, "");
      return;
    }
    request.participantId = session.participantId;
    if (!hasUsableNames(template, request)) {
      notUsable();
      return;
    }
    switch (template) {
      case NewOrderDecoder.TEMPLATE_ID -> entry.enter(request);
      case CancelOrderDecoder.TEMPLATE_ID -> change.request(request, OrderChange.CANCEL);
      case ReplaceOrderDecoder.TEMPLATE_ID -> change.request(request, OrderChange.REPLACE);
      case QueryOrderDecoder.TEMPLATE_ID -> queries.one(request);
      case MassCancelDecoder.TEMPLATE_ID -> massCancels.request(request);
      case MassStatusDecoder.TEMPLATE_ID -> queries.many(request);
      case InquiryDecoder.TEMPLATE_ID -> inquire(request);
      default -> refused(request);
    }
  }

  /** A refused request may have had any name: that can be why it was refused. */
  private static boolean hasUsableNames(int template, Request request) {
    return switch (template) {
      case QueryOrderDecoder.TEMPLATE_ID,
          MassStatusDecoder.TEMPLATE_ID,
          InquiryDecoder.TEMPLATE_ID ->
          request.hasUsableQueryNames();
      case RefusedDecoder.TEMPLATE_ID -> true;
      default -> request.hasUsableNames();
    };
  }

  private void inquire(Request request) {
    if (!parts.inquiries.ask(request)) {
      notUsable();
    }
  }

  private void refused(Request request) {
    switch (reader.answer()) {
      case '8' -> entry.refuse(request, request.text);
      case '9' -> change.refuse(request, reader.responseTo(), request.text);
      case 'j', '3' ->
          reports.requestRefused(request, reader.answer(), reader.reason(), reader.refTagId());
      default -> notUsable();
    }
  }

  private void notUsable() {
    reports.notice(NoticeKind.COMMAND_NOT_USABLE, -1, -1, "");
  }

  /** Number of the last event, 0 where there was none. */
  public long eventSeq() {
    return reports.eventSeq();
  }

  /** Place in the journal of the last command that was carried out. */
  public long position() {
    return position;
  }

  /**
   * When the engine wants to be told the time again, with a control of that kind: nanoseconds since
   * 1970 by the clock of its commands; MAX_VALUE: it waits for nothing.
   */
  public long nextDue() {
    return parts.timers.earliest();
  }

  /** Time of the last command that was carried out, nanoseconds since 1970, UTC. */
  public long lastTime() {
    return lastTime;
  }

  /** The sessions and instruments that have been defined, and how far each session has got. */
  public EngineDirectory directory() {
    return new EngineDirectory(sessions, instruments, parts.venue);
  }

  /** Order books by instrument, for tests that look inside. */
  OrderBook book(int instrumentId) {
    return instruments.get(instrumentId).book();
  }

  /**
   * Shows the open orders by instrument, buy side first, the best price first, the oldest first.
   */
  public void openOrders(Consumer<OpenOrder> consumer) {
    requireUsable();
    instruments.<RuntimeException>forEachOpenOrder(orderId -> consumer.accept(openOrder(orderId)));
  }

  private OpenOrder openOrder(long orderId) {
    return new OpenOrder(
        orderId,
        orders.instrumentId(orderId),
        orders.side(orderId),
        orders.ordType(orderId),
        orders.timeInForce(orderId),
        orders.status(orderId),
        orders.price(orderId),
        orders.orderQty(orderId),
        orders.cumQty(orderId),
        texts.get(orders.clOrdId(orderId)),
        texts.get(orders.account(orderId)),
        sessions.get(orders.sessionId(orderId)).name);
  }

  /**
   * Tells how the market stands, in events that a follower of the market takes as any others: for
   * each instrument its phase, what its auction would give, its figures, and its book. Their
   * numbers are given again to the events of the next command.
   */
  public void tellMarket(EventSink sink) {
    requireUsable();
    long lastEventSeq = reports.eventSeq();
    reports.begin(clock.business(lastTime), sink);
    for (int id = 0; id < instruments.count(); id++) {
      ListedInstrument instrument = instruments.get(id);
      parts.auctions.describe(instrument);
      parts.market.tellAll(instrument, reports);
    }
    reports.eventSeq(lastEventSeq);
  }

  /** How many orders rest in the books. Takes a step for each price at which some do. */
  public long openOrderCount() {
    return instruments.openOrderCount();
  }

  /** How many orders there have been, open and done: the highest OrderID. */
  public long orderCount() {
    return orders.count();
  }

  /**
   * Writes the state, except for the open orders, which {@link #saveOpenOrders} gives.
   *
   * @return what {@link #stateHash} gives
   * @throws IOException where the stream does not take it
   */
  public long save(OutputStream out) throws IOException {
    requireUsable();
    return state.save(position, lastTime, out);
  }

  /**
   * Gives the open orders, by rank.
   *
   * @throws IOException where the sink does not take them
   */
  public void saveOpenOrders(OpenOrderSink sink) throws IOException {
    requireUsable();
    state.saveOpenOrders(sink);
  }

  /**
   * Reads a state back into an engine that knows nothing yet. After a failure the engine can't be
   * used: it throws IllegalStateException.
   *
   * @param in what {@link #save} wrote, and nothing more
   * @param openOrders gives what {@link #saveOpenOrders} gave, once the rest has been read
   * @return what {@link #stateHash} gives
   * @throws IOException where that is not what has been saved, or of another engine version
   */
  public long load(InputStream in, OpenOrderSource openOrders) throws IOException {
    requireUsable();
    if (position != 0 || reports.eventSeq() != 0) {
      throw new IllegalStateException("this engine has carried out commands already");
    }
    usable = false;
    EngineState.Place place = state.load(in, openOrders);
    position = place.position();
    lastTime = place.time();
    usable = true;
    return place.stateHash();
  }

  /** A number over the whole state: equal for engines that have carried out the same commands. */
  public long stateHash() {
    try {
      return save(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("a hash can't fail to be written", e);
    }
  }

  private void requireUsable() {
    if (!usable) {
      throw new IllegalStateException("this engine's state could not be loaded");
    }
  }
}
