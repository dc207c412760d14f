package org.bourse.exchange.sequencer;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.command.codec.StartEngineDecoder;
import org.bourse.exchange.engine.EngineDirectory;
import org.bourse.exchange.engine.EventSink;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.event.codec.MessageHeaderEncoder;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.JournalReader;
import org.bourse.exchange.journal.RecordHandler;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.snapshot.SetAside;
import org.bourse.exchange.snapshot.Snapshot;
import org.bourse.exchange.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;

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

  /** Takes what the replay gives. */
  public interface Consumer extends EventHandler {
    /**
     * Called before the first event.
     *
     * @param sessions their names, by the engine's number
     * @param instruments by the engine's number
     */
    void begin(List<String> sessions, List<Instrument> instruments);

    /** The last event that it has, so that it need not be given again. */
    long cursor();

    /** Whether it knows nothing at all, so that any event may be missing. */
    boolean isNew();
  }

  private final Journal journal;
  private final Snapshots snapshots;
  private final Supplier<MatchingEngine> engines;
  private final Consumer consumer;
  private final HaltedRecords halted;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final StartEngineDecoder start = new StartEngineDecoder();
  private MatchingEngine engine;
  private long cutFrom;
  private int version = MatchingEngine.VERSION;
  private int otherVersion;
  private long otherVersionAt;

  private Recovery(
      Journal journal,
      Snapshots snapshots,
      Supplier<MatchingEngine> engines,
      Consumer consumer,
      RefusedRequests halted) {
    this.journal = journal;
    this.snapshots = snapshots;
    this.engines = engines;
    this.consumer = consumer;
    this.halted = new HaltedRecords(halted);
    engine = engines.get();
  }

  /**
   * Brings an engine to where the journal ends: by the newest sound snapshot that is no later than
   * what the consumer has, and the journal from there on. Cuts what was refused when the journal
   * failed.
   *
   * @param engines makes engines that know nothing yet
   * @param consumer takes every event of the replay
   * @throws IOException where journal and snapshots do not give the whole state, or were written
   *     under another engine version; the message says what is missing and what to do
   */
  public static Recovered run(
      Journal journal,
      Snapshots snapshots,
      Supplier<MatchingEngine> engines,
      Consumer consumer,
      RefusedRequests halted)
      throws IOException {
    return new Recovery(journal, snapshots, engines, consumer, halted).run();
  }

  private Recovered run() throws IOException {
    long last = journal.nextSequence() - 1;
    requireAllOfThisJournal(last);
    Snapshot base = load();
    long from = base == null ? 1 : base.position() + 1;
    requireBeginning(from);
    begin(engine.directory());
    if (from <= last) {
      try (JournalReader reader = journal.read(from)) {
        reader.read(this, last);
      }
    }
    if (otherVersion != 0) {
      throw new IOException(
          "journal: record "
              + otherVersionAt
              + " was written for engine version "
              + otherVersion
              + ", this is version "
              + MatchingEngine.VERSION
              + "; start and stop once more with the version that wrote it");
    }
    if (cutFrom != 0) {
      journal.truncateFrom(cutFrom);
    }
    return new Recovered(engine, base, engine.position() - (from - 1));
  }

  private void begin(EngineDirectory known) {
    consumer.begin(
        known.sessions().stream().map(EngineDirectory.SessionAs::name).toList(),
        known.instruments().stream().map(EngineDirectory.ListedAs::rules).toList());
  }

  private void requireAllOfThisJournal(long last) throws IOException {
    for (Snapshot snapshot : snapshots.sealed()) {
      if (snapshot.journal() != journal.identity()) {
        throw new IOException(
            "journal: "
                + snapshot.folder()
                + " is of another journal; restore the one that belongs to it, or move that"
                + " snapshot away");
      }
      if (snapshot.position() > last) {
        throw new IOException(
            "journal: its end is missing: "
                + snapshot.folder()
                + " was sealed at record "
                + snapshot.position()
                + ", but the journal ends at "
                + last
                + "; restore the journal, or move that snapshot away to go on without what is"
                + " lost");
      }
    }
  }

  /** Loads the snapshot to begin from, null where there is none. */
  private @Nullable Snapshot load() throws IOException {
    Snapshots.Loaded loaded = snapshots.loadNewest(consumer.cursor(), engines);
    if (loaded == null && journal.firstSequence() > 1 && consumer.isNew()) {
      loaded = snapshots.loadNewest(Long.MAX_VALUE, engines);
    }
    if (loaded == null) {
      return null;
    }
    engine = loaded.engine();
    version = loaded.snapshot().engineVersion();
    return loaded.snapshot();
  }

  private void requireBeginning(long from) throws IOException {
    if (journal.firstSequence() > from) {
      throw new IOException(
          "journal: it begins at record "
              + journal.firstSequence()
              + ", and no sound snapshot with the events up to "
              + consumer.cursor()
              + " reaches that far (records from "
              + from
              + " on are missing); put the missing segments back, or a snapshot into "
              + snapshots.path()
              + setAside());
    }
  }

  private String setAside() {
    StringBuilder text = new StringBuilder();
    for (SetAside bad : snapshots.setAside()) {
      text.append("; not used: ").append(bad.folder()).append(": ").append(bad.reason());
    }
    return text.toString();
  }

  @Override
  public void onRecord(long sequence, long time, DirectBuffer buffer, int offset, int length) {
    if (cutFrom != 0 || otherVersion != 0) {
      return;
    }
    if (length >= MessageHeaderDecoder.ENCODED_LENGTH) {
      header.wrap(buffer, offset);
      learnVersion(buffer, offset);
      if (version != MatchingEngine.VERSION) {
        otherVersion = version;
        otherVersionAt = sequence;
        return;
      }
    }
    if (halted.contains(buffer, offset, length, engine)) {
      cutFrom = sequence;
      return;
    }
    engine.apply(sequence, time, buffer, offset, length, this);
  }

  @Override
  public void onEvent(DirectBuffer buffer, int offset, int length) {
    consumer.onEvent(
        buffer.getLong(offset + MessageHeaderEncoder.ENCODED_LENGTH), buffer, offset, length);
  }

  private void learnVersion(DirectBuffer buffer, int offset) {
    if (header.templateId() == StartEngineDecoder.TEMPLATE_ID) {
      start.wrapAndApplyHeader(buffer, offset, header);
      version = start.engineVersion();
    }
  }
}
