package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder that holds the segments, and under what names. */
final class SegmentFolder {
  private static final String OURS = "journal-";
  private static final String BLANK = ".blank";

  private final Path folder;
  private final Storage storage;

  SegmentFolder(Path folder, Storage storage) {
    this.folder = folder;
    this.storage = storage;
  }

  Path path() {
    return folder;
  }

  Storage storage() {
    return storage;
  }

  /** The segments by first sequence, lowest first. */
  List<SegmentName> segments() throws IOException {
    List<SegmentName> segments = new ArrayList<>();
    for (Path file : storage.list(folder)) {
      SegmentName name = SegmentName.parse(file);
      if (name != null) {
        segments.add(name);
      }
    }
    Collections.sort(segments);
    return segments;
  }

  /**
   * The segment that would hold a sequence.
   *
   * @throws IOException if there is none, or the one that did was removed
   */
  SegmentName holding(long sequence) throws IOException {
    List<SegmentName> segments = segments();
    if (segments.isEmpty()) {
      throw new IOException("No journal segment in " + folder + " holds record " + sequence);
    }
    SegmentName holding = segments.get(0);
    if (holding.firstSequence() > sequence) {
      throw new IOException(
          "Record "
              + sequence
              + " is no longer in the journal in "
              + folder
              + ": the first one kept is "
              + holding.firstSequence());
    }
    for (SegmentName name : segments) {
      if (name.firstSequence() <= sequence) {
        holding = name;
      }
    }
    return holding;
  }

  /** Opens the last segment if it would hold a sequence; null if that is in an earlier one. */
  @Nullable StorageFile openLast(long sequence) throws IOException {
    while (true) {
      List<SegmentName> segments = segments();
      SegmentName last = segments.get(segments.size() - 1);
      if (last.firstSequence() > sequence) {
        return null;
      }
      try {
        return storage.open(last.path());
      } catch (NoSuchFileException e) {
        if (segments().contains(last)) {
          throw e;
        }
      }
    }
  }

  /** Refuses a file that has a name like ours, and is neither a segment nor a blank one. */
  void refuseForeignFiles() throws IOException {
    for (Path file : storage.list(folder)) {
      String name = SegmentName.fileName(file);
      if (name.startsWith(OURS) && !name.endsWith(BLANK) && SegmentName.parse(file) == null) {
        throw new JournalDamagedException(
            file,
            0,
            "a file that is not part of the journal, named as if it were",
            "Move it elsewhere.");
      }
    }
  }

  /** Where a segment is made before it has a first sequence. */
  Path blank(String label) {
    return folder.resolve(OURS + label + BLANK);
  }

  /** Removes the blank segments that an earlier run left, ready or half zeroed. */
  void deleteBlanks() throws IOException {
    for (Path file : storage.list(folder)) {
      String name = SegmentName.fileName(file);
      if (name.startsWith(OURS) && name.endsWith(BLANK)) {
        storage.delete(file);
      }
    }
  }

  void force() throws IOException {
    storage.forceFolder(folder);
  }
}
