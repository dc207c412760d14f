package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log of commands. One thread writes; what is said to be for any thread may be
 * called while it does. One process at a time: the caller holds a {@link FolderLock}.
 *
 * <p>It begins with record 1, or, once its oldest segments were removed, with a later one. What the
 * records before that had done the caller must know otherwise.
 *
 * <p>A failure to write or to force fails the journal for good: nothing is tried again, and each
 * later append or commit throws. What is on the disk is then known only by opening it again. An
 * interrupt of the writing thread closes the file under it, and so counts as such a failure.
 */
public final class Journal extends JournalFiles implements AutoCloseable {
  /** Least length of a segment, in bytes. */
  public static final long MIN_SEGMENT_BYTES = 1024;

  /** Largest length of a segment, in bytes. */
  public static final long MAX_SEGMENT_BYTES = 1L << 30;

  private final BlankSupply blanks;
  private final long segmentBytes;
  private final @Nullable TornTail tornTail;
  private final CommitState commits;
  private final long roomAtOpen;

  private SegmentChain chain;
  private long nextSequence;
  private boolean appended;
  private volatile boolean closed;

  /**
   * Goes on with the records that were found.
   *
   * @param last the segment in which the next record will follow
   * @param found what the recovery says, which is over
   */
  Journal(
      SegmentFolder folder,
      BlankSupply blanks,
      long segmentBytes,
      Segment last,
      SegmentRecovery found) {
    super(folder, last.header().journal(), found.firstSequence());
    this.blanks = blanks;
    this.segmentBytes = segmentBytes;
    this.tornTail = found.tornTail();
    this.chain = new SegmentChain(blanks, segmentBytes, last);
    this.nextSequence = found.nextSequence();
    this.roomAtOpen = last.header().segmentBytes() - last.end();
    this.commits = new CommitState(nextSequence - 1);
  }

  /**
   * Opens the journal in a folder, or creates it. Reads and verifies every record, cuts a torn
   * tail, and makes durable what it found. Segments made from now on have the given length; those
   * that are there may have another.
   *
   * @param folder created if missing; other files in it are left alone unless they are named {@code
   *     journal-...}
   * @param segmentBytes from {@link #MIN_SEGMENT_BYTES} to {@link #MAX_SEGMENT_BYTES}, a multiple
   *     of 8; one more segment than is needed is always held ready
   * @throws JournalDamagedException if something is found that no crash explains; nothing was
   *     changed
   * @throws JournalFullException if the first segment can't be prepared
   */
  public static Journal open(Path folder, long segmentBytes, Storage storage)
      throws IOException, JournalDamagedException {
    return open(folder, segmentBytes, storage, OptionalLong.empty());
  }

  /**
   * As the other, for a log that belongs to another one.
   *
   * @param identity which a new journal gets, and one that is there must have; empty: any
   */
  public static Journal open(Path folder, long segmentBytes, Storage storage, OptionalLong identity)
      throws IOException, JournalDamagedException {
    return new JournalOpening(folder, segmentBytes, storage, identity).open();
  }

  /** Sequence of the next record to be appended; the first record ever is 1. */
  public long nextSequence() {
    return nextSequence;
  }

  /** What the open cut from the end of the journal; null if it was whole. */
  public @Nullable TornTail tornTail() {
    return tornTail;
  }

  /**
   * Bytes that were left in the last segment when the journal was opened. Where a record that was
   * to follow may have been longer, a later segment may be missing: nothing else would tell.
   */
  public long roomAtOpen() {
    return roomAtOpen;
  }

  /**
   * Why the next segment could not be prepared in the background; null if it could or may yet. The
   * commit that needs it tries once more before it gives up. Any thread: for monitoring.
   */
  public @Nullable IOException preparationFailure() {
    return blanks.failure();
  }

  /** Longest payload in bytes: what fits a segment, and at most a mebibyte less 32. */
  public int maxPayload() {
    long record = Math.min(segmentBytes - SegmentHeader.SIZE, RecordLayout.MAX_SIZE);
    return (int) record - RecordLayout.PAYLOAD;
  }

  /**
   * Adds a record to the batch in memory. Nothing is written before {@link #commit}. Allocates
   * nothing, except to grow the batch and to begin a segment.
   *
   * @param timeNanos kept as it is
   * @return the record's sequence
   * @throws IllegalArgumentException if the payload is longer than {@link #maxPayload}; the batch
   *     is as it was
   * @throws IllegalStateException if the journal has failed or is closed, or a gibibyte was
   *     appended without a commit
   */
  public long append(long timeNanos, DirectBuffer payload, int offset, int length) {
    requireUsable();
    if (length < 0 || length > maxPayload()) {
      throw new IllegalArgumentException(
          "A record holds from 0 to " + maxPayload() + " bytes, not " + length);
    }
    payload.boundsCheck(offset, length);
    chain.add(nextSequence, timeNanos, commits.forced(), payload, offset, length);
    appended = true;
    return nextSequence++;
  }

  /**
   * Writes the batch, with one write for each segment that it touches. A segment that is left is
   * always forced.
   *
   * @param force whether all that was committed, now and before, is durable when this returns; else
   *     it outlives this process but not a loss of power
   * @throws JournalFullException if the next segment could not be prepared: nothing of the batch
   *     was written, and no open will find it
   * @throws IOException if a write or a force failed, and then any part of the batch may be found
   *     by an open; or if the journal had failed before
   */
  public void commit(boolean force) throws IOException {
    commits.requireNoFailure();
    requireUsable();
    commits.begin();
    try {
      chain.write();
      if (force) {
        chain.force();
        commits.forced(nextSequence - 1);
      }
    } catch (IOException | RuntimeException | Error e) {
      commits.fail(e);
      throw e;
    } finally {
      commits.end();
    }
  }

  /**
   * Makes all records up to a sequence durable, for which they must have been committed, with a
   * force or without. Any thread; the writer need not wait.
   *
   * @throws IOException if the force failed, and so has the journal; if the journal had failed
   *     before; or if the segment can't be opened or this thread is interrupted, which does the
   *     journal no harm
   */
  public void forceUpTo(long sequence) throws IOException {
    if (sequence <= commits.forced()) {
      return;
    }
    commits.requireNoFailure();
    requireUsable();
    try (StorageFile last = folder().openLast(sequence)) {
      if (last != null) {
        commits.force(last);
      }
    }
    // The system tells of a failed force only once, and may have told the writer.
    commits.awaitEndOfCurrent();
    commits.requireNoFailure();
  }

  /**
   * Cuts all records from a sequence on, durably. For the start, when it is known that those at the
   * end were refused. A crash meanwhile leaves a sound journal that may hold more than asked for.
   *
   * @param sequence from {@link #firstSequence} to {@link #nextSequence}; the next record will have
   *     it
   * @throws IllegalStateException after the first append
   * @throws IOException if it failed, and so has the journal
   */
  public void truncateFrom(long sequence) throws IOException {
    requireUsable();
    if (appended) {
      throw new IllegalStateException("Records were appended since the journal was opened");
    }
    if (sequence < firstSequence() || sequence > nextSequence) {
      throw new IllegalArgumentException(
          "Can't cut from %d; the first record is %d, the next %d"
              .formatted(sequence, firstSequence(), nextSequence));
    }
    if (sequence == nextSequence) {
      return;
    }
    try {
      chain.close();
      chain = new SegmentChain(blanks, segmentBytes, new Truncation(folder()).from(sequence));
    } catch (IOException | RuntimeException | Error e) {
      commits.fail(e);
      throw e;
    }
    nextSequence = sequence;
    commits.forced(sequence - 1);
  }

  /**
   * Forces what was committed, unless the journal has failed, and closes the files. What was
   * appended and not committed is dropped. A second call does nothing.
   */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    endRemovals();
    try (blanks;
        SegmentChain last = chain) {
      if (!commits.hasFailed()) {
        last.force();
      }
    }
  }

  private void requireUsable() {
    commits.requireUsable();
    if (closed) {
      throw new IllegalStateException("The journal is closed");
    }
  }
}
