package org.bourse.exchange.sequencer;

import java.io.IOException;
import java.util.List;
import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.command.codec.NewOrderDecoder;
import org.bourse.exchange.command.codec.RefusedDecoder;
import org.bourse.exchange.command.codec.StartEngineDecoder;
import org.bourse.exchange.engine.EngineDirectory;
import org.bourse.exchange.engine.EventSink;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.event.codec.MessageHeaderEncoder;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.JournalReader;
import org.bourse.exchange.journal.RecordHandler;

/** Brings an engine to where the journal ends, and tells consumers what they may have missed. */
public final class Recovery implements RecordHandler, EventSink {
  /** Knows which requests were refused because the journal could not be written. */
  public interface RefusedRequests {
    /** Whether there are any: else no request is looked at. */
    boolean any();

    /**
     * Whether a request was refused so. Its record, and all after it, never counted.
     *
     * @param session the session's name
     * @param epoch the numbering that msgSeqNum belongs to
     */
    boolean contains(String session, int epoch, int msgSeqNum);
  }

  private final Journal journal;
  private final MatchingEngine engine;
  private final EventHandler handler;
  private final RefusedRequests halted;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final NewOrderDecoder request = new NewOrderDecoder();
  private final StartEngineDecoder start = new StartEngineDecoder();
  private List<EngineDirectory.SessionAs> sessions = List.of();
  private long cutFrom;
  private int otherVersion;
  private long otherVersionAt;

  private Recovery(
      Journal journal, MatchingEngine engine, EventHandler handler, RefusedRequests halted) {
    this.journal = journal;
    this.engine = engine;
    this.handler = handler;
    this.halted = halted;
  }

  /**
   * Replays a journal into an engine that knows nothing yet, and cuts what was refused when the
   * journal failed.
   *
   * @param handler takes every event of the replay
   * @return how many commands were replayed
   * @throws IOException where the journal can't be read, or was written under another engine
   *     version
   */
  public static long run(
      Journal journal, MatchingEngine engine, EventHandler handler, RefusedRequests halted)
      throws IOException {
    return new Recovery(journal, engine, handler, halted).run();
  }

  private long run() throws IOException {
    long last = journal.nextSequence() - 1;
    try (JournalReader reader = journal.read(1)) {
      reader.read(this, last);
    }
    if (otherVersion != 0) {
      throw new IOException(
          "journal: record "
              + otherVersionAt
              + " was written for engine version "
              + otherVersion
              + ", this is version "
              + MatchingEngine.VERSION
              + "; start once more with the version that wrote it");
    }
    if (cutFrom != 0) {
      journal.truncateFrom(cutFrom);
    }
    return engine.position();
  }

  @Override
  public void onRecord(long sequence, long time, DirectBuffer buffer, int offset, int length) {
    if (cutFrom != 0 || otherVersion != 0) {
      return;
    }
    if (length >= MessageHeaderDecoder.ENCODED_LENGTH) {
      header.wrap(buffer, offset);
      if (isOfOtherVersion(buffer, offset)) {
        otherVersion = start.engineVersion();
        otherVersionAt = sequence;
        return;
      }
      if (halted.any() && wasRefused(buffer, offset)) {
        cutFrom = sequence;
        return;
      }
    }
    engine.apply(sequence, time, buffer, offset, length, this);
  }

  @Override
  public void onEvent(DirectBuffer buffer, int offset, int length) {
    handler.onEvent(
        buffer.getLong(offset + MessageHeaderEncoder.ENCODED_LENGTH), buffer, offset, length);
  }

  private boolean isOfOtherVersion(DirectBuffer buffer, int offset) {
    if (header.templateId() != StartEngineDecoder.TEMPLATE_ID) {
      return false;
    }
    start.wrapAndApplyHeader(buffer, offset, header);
    return start.engineVersion() != MatchingEngine.VERSION;
  }

  /** Every request begins with session, epoch and MsgSeqNum, so one decoder reads them all. */
  private boolean wasRefused(DirectBuffer buffer, int offset) {
    if (header.templateId() > RefusedDecoder.TEMPLATE_ID) {
      return false;
    }
    request.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), 1);
    int sessionId = request.sessionId();
    if (sessionId >= sessions.size()) {
      sessions = engine.directory().sessions();
    }
    return sessionId >= 0
        && sessionId < sessions.size()
        && halted.contains(sessions.get(sessionId).name(), request.epoch(), request.msgSeqNum());
  }
}
