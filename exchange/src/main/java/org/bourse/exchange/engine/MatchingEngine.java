package org.bourse.exchange.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.CancelOrderDecoder;
import org.bourse.exchange.command.codec.DefineInstrumentDecoder;
import org.bourse.exchange.command.codec.DefineSessionDecoder;
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
  public static final int VERSION = 1;

  private static final int STATE_FORMAT = 1;

  private final Orders orders;
  private final Texts texts;
  private final Sessions sessions = new Sessions();
  private final RestingOrders resting;
  private final Instruments instruments;
  private final Reports reports;
  private final Matching matching;
  private final OrderEntry entry;
  private final OrderChange change;
  private final Definitions definitions;
  private final RequestReader reader = new RequestReader();
  private final Frames frames = new Frames();
  private long position;
  private long lastTime;

  /**
   * An engine that knows nothing yet.
   *
   * @param expectedOpenOrders how many orders may rest before a store must grow
   * @param expectedOrdersPerDay how many orders may come before a store must grow
   */
  public MatchingEngine(int expectedOpenOrders, int expectedOrdersPerDay) {
    orders = new Orders(expectedOrdersPerDay);
    texts = new Texts(expectedOrdersPerDay);
    resting = new RestingOrders(expectedOpenOrders);
    instruments = new Instruments(resting);
    reports = new Reports(orders, texts);
    matching = new Matching(orders, reports);
    entry = new OrderEntry(instruments, orders, texts, reports, matching);
    change = new OrderChange(instruments, orders, texts, reports, matching);
    definitions = new Definitions(instruments, sessions, reports);
  }

  /**
   * Carries out one command. Whatever is in it, the answer is at least one event; it never throws
   * on account of its input.
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
    position = commandPosition;
    lastTime = time;
    reports.begin(time, sink);
    int template = frames.templateOf(buffer, offset, length);
    switch (template) {
      case NewOrderDecoder.TEMPLATE_ID,
          ReplaceOrderDecoder.TEMPLATE_ID,
          CancelOrderDecoder.TEMPLATE_ID,
          QueryOrderDecoder.TEMPLATE_ID,
          RefusedDecoder.TEMPLATE_ID ->
          request(template, buffer, offset);
      case DefineInstrumentDecoder.TEMPLATE_ID -> definitions.instrument(buffer, offset);
      case DefineSessionDecoder.TEMPLATE_ID -> definitions.session(buffer, offset);
      case StartEngineDecoder.TEMPLATE_ID -> definitions.start(buffer, offset);
      default -> notUsable();
    }
  }

  private void request(int template, DirectBuffer buffer, int offset) {
    Request request = reader.read(template, buffer, offset);
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
      case CancelOrderDecoder.TEMPLATE_ID -> change.cancel(request);
      case ReplaceOrderDecoder.TEMPLATE_ID -> change.replace(request);
      case QueryOrderDecoder.TEMPLATE_ID -> change.query(request);
      default -> refused(request);
    }
  }

  /** A refused request may have had any name: that can be why it was refused. */
  private static boolean hasUsableNames(int template, Request request) {
    return switch (template) {
      case QueryOrderDecoder.TEMPLATE_ID -> request.hasUsableQueryNames();
      case RefusedDecoder.TEMPLATE_ID -> true;
      default -> request.hasUsableNames();
    };
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

  /** Time of the last command that was carried out, nanoseconds since 1970, UTC. */
  public long lastTime() {
    return lastTime;
  }

  /** The sessions and instruments that have been defined, and how far each session has got. */
  public EngineDirectory directory() {
    return new EngineDirectory(sessions, instruments);
  }

  /** Order books by instrument, for tests that look inside. */
  OrderBook book(int instrumentId) {
    return instruments.get(instrumentId).book();
  }

  /**
   * Writes the whole state.
   *
   * @throws IOException where the stream does not take it
   */
  public void save(OutputStream out) throws IOException {
    DataOutputStream to = new DataOutputStream(out);
    to.writeInt(STATE_FORMAT);
    to.writeInt(VERSION);
    to.writeLong(position);
    to.writeLong(lastTime);
    to.writeLong(reports.eventSeq());
    to.writeLong(matching.matchId());
    sessions.save(to);
    orders.save(to);
    texts.save(to);
    resting.save(to);
    instruments.save(to);
    to.flush();
  }

  /**
   * Reads a state back into an engine that knows nothing yet.
   *
   * @throws IOException where the stream ends early or holds something else
   */
  public void load(InputStream in) throws IOException {
    DataInputStream from = new DataInputStream(in);
    int format = from.readInt();
    int version = from.readInt();
    if (format != STATE_FORMAT || version != VERSION) {
      throw new IOException(
          "state of format "
              + format
              + " and engine version "
              + version
              + ", this engine has "
              + STATE_FORMAT
              + " and "
              + VERSION);
    }
    position = from.readLong();
    lastTime = from.readLong();
    reports.eventSeq(from.readLong());
    matching.matchId(from.readLong());
    sessions.load(from);
    orders.load(from);
    texts.load(from);
    resting.load(from);
    instruments.load(from);
  }

  /** A number over the whole state: equal for engines that have carried out the same commands. */
  public long stateHash() {
    HashStream hash = new HashStream();
    try {
      save(hash);
    } catch (IOException e) {
      throw new UncheckedIOException("a hash can't fail to be written", e);
    }
    return hash.value();
  }
}
