package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Opens a journal once. Nothing that it opened is left open if it fails. */
final class JournalOpening {
  private final SegmentFolder folder;
  private final long segmentBytes;
  private final OptionalLong identity;
  private final SegmentRecovery recovery;

  /** As {@link Journal#open(Path, long, Storage, OptionalLong)}; changes nothing yet. */
  JournalOpening(Path folder, long segmentBytes, Storage storage, OptionalLong identity) {
    SegmentHeader.requireLength(segmentBytes);
    this.folder = new SegmentFolder(folder, storage);
    this.segmentBytes = segmentBytes;
    this.identity = identity;
    recovery = new SegmentRecovery(this.folder, identity);
  }

  Journal open() throws IOException {
    folder.storage().createFolder(folder.path());
    Segment last = recovery.run();
    try {
      folder.deleteBlanks();
      return continueFrom(last);
    } catch (IOException | RuntimeException e) {
      if (last != null) {
        AfterFailure.close(e, last);
      }
      throw e;
    }
  }

  private Journal continueFrom(@Nullable Segment last) throws IOException {
    BlankSupply blanks = new BlankSupply(folder, segmentBytes);
    try {
      Segment open = last != null ? last : first(blanks);
      return new Journal(folder, blanks, segmentBytes, open, recovery);
    } catch (IOException | RuntimeException e) {
      AfterFailure.close(e, blanks);
      throw e;
    }
  }

  private Segment first(BlankSupply blanks) throws IOException {
    SegmentHeader header = SegmentHeader.first(segmentBytes, identity);
    return blanks.take().promote(header, SegmentHeader.SIZE);
  }
}
