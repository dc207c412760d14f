package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.JournalReader;
import org.bourse.exchange.journal.JournalScan;
import org.bourse.exchange.journal.Storage;
import org.jspecify.annotations.Nullable;

/**
 * How far each session's sender numbers may have got, raised in blocks and durably before a number
 * of the block is used. The message log itself is not forced with each message; after a loss of
 * power its end is missing, and a session then goes on at its mark: a number that is too high is
 * asked about, one that is too low ends the session. Guarded by the log.
 */
final class SenderMarks implements AutoCloseable {
  /** How many numbers are reserved at a time. */
  static final int BLOCK = 1000;

  /** How many are, while a session passes: then it uses many, and none of them matters. */
  static final int PASSING_BLOCK = 10 * BLOCK;

  /**
   * More than a mark can be ahead of the next number in a log that has its end, unless the session
   * passes.
   */
  static final int MOST_AHEAD = 2 * BLOCK + Outbox.BATCH;

  private static final long SEGMENT_BYTES = 1 << 18;
  private static final int EPOCH = 0;
  private static final int MARK = 4;
  private static final int NAME = 8;

  private final Journal journal;
  private final boolean force;
  private final Map<String, Mark> marks = new LinkedHashMap<>();
  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(256);

  /** How far a numbering may have got. */
  record Mark(int epoch, int msgSeqNum) {
    private static int of(@Nullable Mark mark, int epoch) {
      return mark == null || mark.epoch() != epoch ? 0 : mark.msgSeqNum();
    }
  }

  private SenderMarks(Journal journal, boolean force) {
    this.journal = journal;
    this.force = force;
  }

  /**
   * Opens the marks in a folder, or creates them.
   *
   * @param settings whether a raise is durable when it returns
   * @throws IOException where the folder can't be used, or holds what no crash explains
   */
  static SenderMarks open(Path folder, MessageLogSettings settings, Storage storage)
      throws IOException {
    Journal journal = Journal.open(folder, SEGMENT_BYTES, storage, settings.marksIdentity());
    SenderMarks marks = new SenderMarks(journal, settings.force());
    try {
      marks.read(folder);
      marks.shorten();
      return marks;
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /**
   * The marks in a folder as they were found, which is left as it is. They can be asked, and
   * nothing else.
   */
  static Scanned scan(Path folder, Storage storage) throws IOException {
    JournalScan scan = JournalScan.of(folder, storage);
    Map<String, Mark> marks = new LinkedHashMap<>();
    scan.readAll((sequence, time, record, offset, length) -> take(marks, record, offset, length));
    return new Scanned(scan, marks);
  }

  /** Marks that were read from a folder. */
  record Scanned(JournalScan log, Map<String, Mark> marks) {
    /** As {@link SenderMarks#of}. */
    int of(String session, int epoch) {
      return Mark.of(marks.get(session), epoch);
    }
  }

  /** No number from this one on was used in a numbering, 0 where nothing is known. */
  int of(String session, int epoch) {
    return Mark.of(marks.get(session), epoch);
  }

  /** The last mark of a session, of whatever numbering; null where nothing is known. */
  @Nullable Mark last(String session) {
    return marks.get(session);
  }

  /** Moves a mark. Takes effect with {@link #commit}. */
  void raise(String session, int epoch, int msgSeqNum) {
    marks.put(session, new Mark(epoch, msgSeqNum));
    append(session, epoch, msgSeqNum);
  }

  /**
   * Makes what was raised as durable as is asked.
   *
   * @throws IOException where it can't be written; the marks are of no use from then on
   */
  void commit() throws IOException {
    journal.commit(force);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }

  private void read(Path folder) throws IOException {
    try (JournalReader reader = journal.read(journal.firstSequence())) {
      reader.read(this::onRecord, journal.nextSequence() - 1);
    } catch (IllegalStateException e) {
      throw new IOException(folder + ": " + e.getMessage() + "; restore the folder", e);
    }
  }

  private void onRecord(long sequence, long time, DirectBuffer record, int offset, int length) {
    take(marks, record, offset, length);
  }

  private static void take(Map<String, Mark> marks, DirectBuffer record, int offset, int length) {
    if (length < NAME) {
      throw new IllegalStateException("a mark of " + length + " bytes");
    }
    byte[] name = new byte[length - NAME];
    record.getBytes(offset + NAME, name);
    marks.put(
        new String(name, ISO_8859_1),
        new Mark(record.getInt(offset + EPOCH), record.getInt(offset + MARK)));
  }

  /** Writes all marks again, so that the older segments can go. */
  private void shorten() throws IOException {
    long first = journal.nextSequence();
    marks.forEach((session, mark) -> append(session, mark.epoch(), mark.msgSeqNum()));
    journal.commit(true);
    journal.removeBelow(first, null);
  }

  private void append(String session, int epoch, int msgSeqNum) {
    byte[] name = session.getBytes(ISO_8859_1);
    buffer.putInt(EPOCH, epoch);
    buffer.putInt(MARK, msgSeqNum);
    buffer.putBytes(NAME, name);
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    journal.append(now, buffer, 0, NAME + name.length);
  }
}
