package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A journal as it was found, verified as {@link Journal#open} would, and left as it is: nothing is
 * created, written, cut or locked, so the right to read is enough, and another process may write
 * the journal meanwhile. Immutable; any thread.
 */
public final class JournalScan {
  private final SegmentFolder folder;
  private final OptionalLong identity;
  private final List<ScannedSegment> segments;
  private final @Nullable TornTail tornTail;

  private JournalScan(
      SegmentFolder folder,
      OptionalLong identity,
      List<ScannedSegment> segments,
      @Nullable TornTail tornTail) {
    this.folder = folder;
    this.identity = identity;
    this.segments = List.copyOf(segments);
    this.tornTail = tornTail;
  }

  /**
   * Reads and verifies every record in a folder. Where another process appends meanwhile, what was
   * sound when the end was reached counts; segments that it begins after the scan are not part of
   * it, and those that it removes need not be.
   *
   * @param folder if it is missing or holds no segment, the scan has none
   * @throws JournalDamagedException if something is found that no crash explains
   */
  public static JournalScan of(Path folder, Storage storage)
      throws IOException, JournalDamagedException {
    SegmentFolder segments = new SegmentFolder(folder, storage);
    while (true) {
      List<SegmentName> names = list(segments);
      try {
        return scan(segments, names);
      } catch (NoSuchFileException | JournalDamagedException e) {
        if (areStillThere(names, list(segments))) {
          throw e;
        }
      }
    }
  }

  /** As {@link Journal#identity}; empty if there is no segment. */
  public OptionalLong identity() {
    return identity;
  }

  /** The segments, oldest first. */
  public List<ScannedSegment> segments() {
    return segments;
  }

  /** Sequence of the first record that is kept; 1 if there is no segment. */
  public long firstSequence() {
    return segments.isEmpty() ? 1 : segments.get(0).firstSequence();
  }

  /** Sequence of the last sound record; one less than the first if there is none. */
  public long lastSequence() {
    return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).lastSequence();
  }

  /**
   * What an open would cut from the end of the journal; null if it is whole. While another process
   * appends it may be what that process has half written.
   */
  public @Nullable TornTail tornTail() {
    return tornTail;
  }

  /**
   * Begins to read at a sequence. The reader may read up to {@link #lastSequence}.
   *
   * @param fromSequence from {@link #firstSequence} on
   * @throws IOException as {@link Journal#read}; also if there is no segment
   */
  public JournalReader read(long fromSequence) throws IOException {
    return new JournalReader(folder, fromSequence);
  }

  /** Gives every record that was found. */
  public void readAll(RecordHandler handler) throws IOException {
    if (!segments.isEmpty()) {
      try (JournalReader reader = read(firstSequence())) {
        reader.read(handler, lastSequence());
      }
    }
  }

  /** The file that holds a record, or would. */
  public Path fileOf(long sequence) {
    Path file = folder.path();
    for (ScannedSegment segment : segments) {
      if (segment.firstSequence() <= sequence) {
        file = segment.path();
      }
    }
    return file;
  }

  private static JournalScan scan(SegmentFolder folder, List<SegmentName> names)
      throws IOException {
    List<ScannedSegment> segments = new ArrayList<>();
    refuseForeignFiles(folder);
    if (names.isEmpty()) {
      return new JournalScan(folder, OptionalLong.empty(), segments, null);
    }
    SegmentVerification verification = new SegmentVerification(OptionalLong.empty());
    for (SegmentName name : names.subList(0, names.size() - 1)) {
      try (StorageFile file = folder.storage().openToRead(name.path())) {
        segments.add(verification.complete(name, file));
      }
    }
    SegmentName name = names.get(names.size() - 1);
    try (StorageFile file = folder.storage().openToRead(name.path())) {
      TailScan tail = new TailScan(verification, verification.enter(name, file));
      segments.add(tail.run());
      return new JournalScan(folder, verification.identity(), segments, tail.tornTail());
    }
  }

  private static void refuseForeignFiles(SegmentFolder folder) throws IOException {
    try {
      folder.refuseForeignFiles();
    } catch (NoSuchFileException missing) {
      return;
    }
  }

  private static List<SegmentName> list(SegmentFolder folder) throws IOException {
    try {
      return folder.segments();
    } catch (NoSuchFileException missing) {
      return List.of();
    }
  }

  /** Whether those that were scanned, and none but them, are the ones up to the last of them. */
  private static boolean areStillThere(List<SegmentName> scanned, List<SegmentName> now) {
    if (scanned.isEmpty()) {
      return true;
    }
    SegmentName last = scanned.get(scanned.size() - 1);
    return now.stream().filter(name -> name.compareTo(last) <= 0).toList().equals(scanned);
  }
}
