package org.bourse.exchange.journal;

import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.agrona.DirectBuffer;

/** The end of the journal: the batch in memory, and the segments that it goes to. One thread. */
final class SegmentChain implements Closeable {
  private final BlankSupply blanks;
  private final long segmentBytes;
  private final SecureRandom random = new SecureRandom();
  private final Batch batch = new Batch();
  private final List<Roll> rolls = new ArrayList<>();
  private final Deque<BlankSegment> taken = new ArrayDeque<>();

  private Segment segment;
  private boolean unforced;

  /** Of the segment that the next record goes to, which may not be made yet. */
  private SegmentHeader header;

  private int salt;
  private long position;

  SegmentChain(BlankSupply blanks, long segmentBytes, Segment last) {
    this.blanks = blanks;
    this.segmentBytes = segmentBytes;
    this.segment = last;
    this.header = last.header();
    this.salt = RecordChecksum.salt(header.epoch());
    this.position = last.end();
  }

  /** Adds a record to the batch, and begins a segment if this one has no room for it. */
  void add(
      long sequence, long timeNanos, long forced, DirectBuffer payload, int offset, int length) {
    int size = RecordLayout.size(length);
    if (position + size > header.segmentBytes()) {
      header = new SegmentHeader(header.journal(), sequence, random.nextLong(), segmentBytes);
      salt = RecordChecksum.salt(header.epoch());
      position = SegmentHeader.SIZE;
      rolls.add(new Roll(batch.end(), header));
    }
    batch.add(sequence, timeNanos, forced, salt, payload, offset, length);
    position += size;
  }

  /**
   * Writes the batch. All blank segments that it needs are there before the first byte is written;
   * a segment is forced before the next one gets its name.
   */
  void write() throws IOException {
    for (int i = 0; i < rolls.size(); i++) {
      taken.add(blanks.take());
    }
    int from = 0;
    for (int i = 0; i < rolls.size(); i++) {
      Roll roll = rolls.get(i);
      segment.write(batch.part(from, roll.batchOffset()));
      segment.force();
      segment.close();
      segment = taken.remove().promote(roll.header(), SegmentHeader.SIZE);
      from = roll.batchOffset();
    }
    if (from < batch.end()) {
      segment.write(batch.part(from, batch.end()));
      unforced = true;
    }
    rolls.clear();
    batch.clear();
  }

  /** Makes all that was written durable. */
  void force() throws IOException {
    if (unforced) {
      segment.force();
      unforced = false;
    }
  }

  /** Forces nothing; drops the batch. */
  @Override
  public void close() throws IOException {
    segment.close();
    while (!taken.isEmpty()) {
      taken.remove().discard();
    }
  }

  /** Where in the batch a segment begins. */
  private record Roll(int batchOffset, SegmentHeader header) {}
}
