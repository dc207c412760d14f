package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What any thread may do with a journal's files, while another one writes it. */
abstract sealed class JournalFiles permits Journal {
  private final SegmentFolder folder;
  private final long identity;
  private final SegmentRemoval removal;

  /**
   * The files of a journal.
   *
   * @param firstSequence of the oldest segment
   */
  JournalFiles(SegmentFolder folder, long identity, long firstSequence) {
    this.folder = folder;
    this.identity = identity;
    removal = new SegmentRemoval(folder, firstSequence);
  }

  /**
   * Given at random when the journal was made, and the same ever since: whose records these are.
   */
  public long identity() {
    return identity;
  }

  /**
   * Sequence of the first record that is kept, or will be if there is none yet: that of the oldest
   * segment. Any thread.
   */
  public long firstSequence() {
    return removal.firstSequence();
  }

  /**
   * Removes the oldest segments, those of which all records are below a sequence, durably; never
   * the last one. Any thread; a second call waits for the first. A crash meanwhile leaves a sound
   * journal that may begin earlier than asked for. A reader that is within a removed segment may go
   * on to the end of it, and then finds that the next one is gone, if it is.
   *
   * @param sequence 1 or more; that of the first record which is still needed
   * @param archive where the segments go, created if missing; null if they are deleted
   * @throws IOException if it failed or the journal was closed; the journal does not fail with it,
   *     and a later call goes on where this one ended
   */
  public void removeBelow(long sequence, @Nullable Path archive) throws IOException {
    removal.below(sequence, archive);
  }

  /**
   * Sequences with which the segments begin that are there, rising. Any thread.
   *
   * @throws IOException if the folder can't be listed
   */
  public List<Long> segmentStarts() throws IOException {
    return folder.segments().stream().map(SegmentName::firstSequence).toList();
  }

  /**
   * Begins to read at a sequence, by the files alone. Any thread, and the reader may be used on
   * another one.
   *
   * @param fromSequence from {@link #firstSequence} on
   * @throws IOException also if the record was removed; the message says which is the first one
   *     kept
   */
  public JournalReader read(long fromSequence) throws IOException {
    return new JournalReader(folder, fromSequence);
  }

  SegmentFolder folder() {
    return folder;
  }

  /** Waits for a removal under way, which stops early; there is none after it. */
  void endRemovals() {
    removal.close();
  }
}
