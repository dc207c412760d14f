package org.bourse.exchange.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bourse.exchange.fix.MessageStoreScan;
import org.bourse.exchange.fix.StoredSession;
import org.bourse.exchange.journal.FolderLock;
import org.bourse.exchange.journal.JournalScan;
import org.bourse.exchange.journal.ScannedSegment;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.TornTail;
import org.bourse.exchange.snapshot.SetAside;
import org.bourse.exchange.snapshot.Snapshot;
import org.bourse.exchange.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;

/**
 * What a data folder holds, as it was found.
 *
 * @param folder where
 * @param heldBy the process that runs on it, null: none
 * @param endedInOrder whether the last run did, where none goes on
 * @param journal of the commands
 * @param snapshots newest first
 * @param messages the log of what was sent
 * @param marks of the senders' numbers
 * @param sessions by the message log
 * @param cursors the last event that each consumer has made durable
 */
public record Inspection(
    String folder,
    @Nullable Long heldBy,
    boolean endedInOrder,
    Log journal,
    List<Sealed> snapshots,
    Log messages,
    Log marks,
    List<StoredSession> sessions,
    Map<String, Long> cursors) {

  /**
   * A log in segments.
   *
   * @param lastTime of its last record, null: none
   * @param tornTail what the next open would cut, null: nothing
   */
  public record Log(
      long firstRecord,
      long lastRecord,
      @Nullable String firstTime,
      @Nullable String lastTime,
      long usedBytes,
      long fileBytes,
      List<Part> segments,
      @Nullable Torn tornTail) {
    static Log of(JournalScan scan) throws IOException {
      TornTail torn = scan.tornTail();
      List<Part> parts = scan.segments().stream().map(Part::of).toList();
      return new Log(
          scan.firstSequence(),
          scan.lastSequence(),
          time(scan, scan.firstSequence()),
          time(scan, scan.lastSequence()),
          parts.stream().mapToLong(Part::usedBytes).sum(),
          parts.stream().mapToLong(Part::fileBytes).sum(),
          parts,
          torn == null
              ? null
              : new Torn(
                  String.valueOf(torn.segment().getFileName()), torn.offset(), torn.sequence()));
    }

    private static @Nullable String time(JournalScan scan, long sequence) throws IOException {
      if (sequence < scan.firstSequence() || sequence > scan.lastSequence()) {
        return null;
      }
      long[] found = new long[1];
      try (var reader = scan.read(sequence)) {
        reader.read((at, time, buffer, offset, length) -> found[0] = time, sequence);
      }
      return Times.text(found[0]);
    }
  }

  /** One segment. */
  public record Part(String file, long first, long last, long usedBytes, long fileBytes) {
    static Part of(ScannedSegment segment) {
      return new Part(
          String.valueOf(segment.path().getFileName()),
          segment.firstSequence(),
          segment.lastSequence(),
          segment.usedBytes(),
          segment.fileBytes());
    }
  }

  /** A record that was not written to its end. */
  public record Torn(String file, long offset, long record) {}

  /**
   * One snapshot.
   *
   * @param wrong what is wrong with it, null: nothing as far as was looked
   */
  public record Sealed(
      String folder,
      long position,
      long event,
      @Nullable String time,
      long openOrders,
      long bytes,
      int engineVersion,
      @Nullable String wrong) {
    static Sealed of(Snapshot snapshot, @Nullable String wrong) {
      return new Sealed(
          String.valueOf(snapshot.folder().getFileName()),
          snapshot.position(),
          snapshot.eventSeq(),
          Times.text(snapshot.time()),
          snapshot.openOrderCount(),
          snapshot.length(),
          snapshot.engineVersion(),
          wrong);
    }
  }

  /**
   * Looks at a folder, and changes nothing.
   *
   * @param check whether the snapshots' files are to be read, not just their manifests
   * @throws IOException where a file is damaged or can't be read
   */
  public static Inspection of(DataFolder folder, boolean check) throws IOException {
    return folder.read(() -> look(folder, check), inspection -> true);
  }

  private static Inspection look(DataFolder folder, boolean check) throws IOException {
    Storage disk = Storage.disk();
    OptionalLong holder = FolderLock.holder(folder.path());
    JournalScan journal = JournalScan.of(folder.journal(), disk);
    MessageStoreScan store = MessageStoreScan.of(folder.fix(), disk);
    return new Inspection(
        folder.path().toString(),
        holder.isPresent() ? holder.getAsLong() : null,
        folder.endedInOrder(),
        Log.of(journal),
        snapshots(folder.snapshots(), check),
        Log.of(store.log()),
        Log.of(store.marks()),
        store.sessions(),
        Map.of("fix", store.cursor()));
  }

  private static List<Sealed> snapshots(Path folder, boolean check) throws IOException {
    Snapshots snapshots = Snapshots.readOnly(folder, Storage.disk());
    List<Sealed> sealed = new ArrayList<>();
    for (Snapshot snapshot : snapshots.sealed()) {
      sealed.add(Sealed.of(snapshot, check ? wrong(snapshots, snapshot) : null));
    }
    for (SetAside bad : snapshots.unreadable()) {
      String name = String.valueOf(bad.folder().getFileName());
      if (Files.exists(bad.folder())) {
        sealed.add(new Sealed(name, 0, 0, null, 0, 0, 0, bad.reason()));
      }
    }
    return sealed;
  }

  private static @Nullable String wrong(Snapshots snapshots, Snapshot snapshot) {
    try {
      snapshots.verify(snapshot);
      return null;
    } catch (IOException e) {
      return Trouble.line(e);
    }
  }
}
