package org.bourse.exchange.sequencer;

import java.io.IOException;
import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.command.codec.StartEngineDecoder;
import org.bourse.exchange.engine.EventSink;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.event.codec.EngineNoticeDecoder;
import org.bourse.exchange.journal.JournalReader;
import org.bourse.exchange.journal.JournalScan;
import org.bourse.exchange.journal.RecordHandler;
import org.jspecify.annotations.Nullable;

/**
 * Brings an engine step by step through a journal as it was scanned, for tools that look only. One
 * thread.
 */
public final class PastReplay implements RecordHandler, EventSink, AutoCloseable {
  /** Takes what a replay meets beside events. */
  @FunctionalInterface
  public interface Oddities {
    /** A record that the engine passed over, and why. */
    void onOddity(long position, String what);
  }

  private final MatchingEngine engine;
  private final @Nullable JournalReader reader;
  private final HaltedRecords halted;
  private final EventHandler events;
  private final Oddities oddities;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final StartEngineDecoder start = new StartEngineDecoder();
  private final org.bourse.exchange.event.codec.MessageHeaderDecoder eventHeader =
      new org.bourse.exchange.event.codec.MessageHeaderDecoder();
  private final EngineNoticeDecoder notice = new EngineNoticeDecoder();
  private @Nullable String end;

  /**
   * A replay that has read nothing yet.
   *
   * @param base an engine that knows nothing, or what a snapshot holds; the replay moves it on
   * @param refused requests that never counted, though the journal has them
   * @throws IOException where the journal does not have the record after the engine's
   */
  public PastReplay(
      JournalScan journal,
      MatchingEngine base,
      Recovery.RefusedRequests refused,
      EventHandler events,
      Oddities oddities)
      throws IOException {
    engine = base;
    long next = base.position() + 1;
    reader = next > journal.lastSequence() ? null : journal.read(next);
    halted = new HaltedRecords(refused);
    this.events = events;
    this.oddities = oddities;
  }

  /**
   * Replays up to a position, which the journal has.
   *
   * @return null, or why the journal is of no use from the record after the engine's on
   */
  public @Nullable String run(long upTo) throws IOException {
    while (reader != null && end == null && reader.nextSequence() <= upTo) {
      reader.read(this, reader.nextSequence());
    }
    return end;
  }

  @Override
  public void onRecord(long sequence, long time, DirectBuffer buffer, int offset, int length) {
    if (halted.contains(buffer, offset, length, engine)) {
      end = "record " + sequence + " and those after it were refused; the next start cuts them";
    } else if (isOfOtherVersion(buffer, offset, length)) {
      end = "record " + sequence + " is of engine version " + start.engineVersion();
    } else {
      engine.apply(sequence, time, buffer, offset, length, this);
    }
  }

  private boolean isOfOtherVersion(DirectBuffer buffer, int offset, int length) {
    if (length < MessageHeaderDecoder.ENCODED_LENGTH) {
      return false;
    }
    header.wrap(buffer, offset);
    if (header.templateId() != StartEngineDecoder.TEMPLATE_ID) {
      return false;
    }
    start.wrapAndApplyHeader(buffer, offset, header);
    return start.engineVersion() != MatchingEngine.VERSION;
  }

  @Override
  public void onEvent(DirectBuffer buffer, int offset, int length) {
    eventHeader.wrap(buffer, offset);
    if (eventHeader.templateId() == EngineNoticeDecoder.TEMPLATE_ID) {
      notice.wrapAndApplyHeader(buffer, offset, eventHeader);
      if (notice.kind() == NoticeKind.REPEATED.code()) {
        oddities.onOddity(
            engine.position(), "session " + notice.subjectId() + " had its MsgSeqNum before");
      } else if (notice.kind() == NoticeKind.COMMAND_NOT_USABLE.code()) {
        oddities.onOddity(engine.position(), "the engine can make nothing of it");
      }
    }
    long eventSeq =
        buffer.getLong(
            offset + org.bourse.exchange.event.codec.MessageHeaderDecoder.ENCODED_LENGTH);
    events.onEvent(eventSeq, buffer, offset, length);
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
