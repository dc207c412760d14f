package org.bourse.exchange.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the oldest segments off a journal. Any thread; one removal at a time. The folder is forced
 * after each, so that no loss of power can leave a hole.
 */
final class SegmentRemoval implements Closeable {
  private final SegmentFolder folder;
  private volatile long firstSequence;
  private volatile boolean cancelled;
  private boolean closed;

  SegmentRemoval(SegmentFolder folder, long firstSequence) {
    this.folder = folder;
    this.firstSequence = firstSequence;
  }

  /** Sequence of the first record that is kept. */
  long firstSequence() {
    return firstSequence;
  }

  /** Waits for a removal under way, which stops early. */
  @Override
  public void close() {
    cancelled = true;
    synchronized (this) {
      closed = true;
    }
  }

  /** Removes each segment but the last that holds no record from this sequence on. */
  synchronized void below(long sequence, @Nullable Path archive) throws IOException {
    requireOpen();
    List<SegmentName> names = folder.segments();
    firstSequence = names.get(0).firstSequence();
    if (!isBelow(sequence, names, 0)) {
      return;
    }
    SegmentArchive kept = archive == null ? null : archive(archive);
    folder.force();
    for (int i = 0; isBelow(sequence, names, i); i++) {
      requireOpen();
      Path segment = names.get(i).path();
      if (kept == null) {
        folder.storage().delete(segment);
      } else {
        kept.take(segment);
      }
      firstSequence = names.get(i + 1).firstSequence();
      folder.force();
    }
  }

  private static boolean isBelow(long sequence, List<SegmentName> names, int index) {
    return index + 1 < names.size() && names.get(index + 1).firstSequence() <= sequence;
  }

  private SegmentArchive archive(Path path) throws IOException {
    SegmentArchive archive = new SegmentArchive(path, folder.storage(), () -> cancelled);
    if (Files.isSameFile(path, folder.path())) {
      throw new IllegalArgumentException(
          "Segments can't be archived in the journal's own folder, " + path);
    }
    return archive;
  }

  private void requireOpen() throws IOException {
    if (closed || cancelled) {
      throw new IOException("The journal was closed; no more segments are removed");
    }
  }
}
