package org.bourse.exchange.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.journal.FolderLock;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.JournalScan;
import org.bourse.exchange.journal.ScannedSegment;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.snapshot.Snapshot;
import org.bourse.exchange.snapshot.SnapshotRequest;
import org.bourse.exchange.snapshot.Snapshots;

/**
 * Has a snapshot sealed: by the exchange that runs on the folder, or here where none does.
 *
 * @param position of the newest snapshot then
 * @param byExchange whether an exchange did it
 */
public record SnapshotNow(long position, boolean byExchange) {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** It could not be had; the message says why, in one line. */
  public static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    Failed(String message) {
      super(message);
    }
  }

  /**
   * Has it sealed.
   *
   * @param patience how long a running exchange may take
   * @throws Failed where the exchange could not do it, or not in time
   * @throws IOException where the folder can't be used
   */
  public static SnapshotNow take(DataFolder folder, Duration patience) throws IOException, Failed {
    OptionalLong holder = FolderLock.holder(folder.path());
    return holder.isPresent() ? ask(folder, patience) : seal(folder);
  }

  private static SnapshotNow ask(DataFolder folder, Duration patience) throws IOException, Failed {
    SnapshotRequest request = new SnapshotRequest(folder.snapshots());
    long deadline = System.nanoTime() + patience.toNanos();
    request.ask();
    String answer = request.answer();
    while (SnapshotRequest.waits(answer)) {
      String gaveUp = "";
      if (FolderLock.holder(folder.path()).isEmpty()) {
        gaveUp = "the exchange has ended meanwhile";
      } else if (System.nanoTime() > deadline) {
        gaveUp = "the exchange has sealed none within " + patience.toSeconds() + " s";
      }
      if (!gaveUp.isEmpty()) {
        request.withdraw();
        throw new Failed("no snapshot: " + gaveUp);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      answer = request.answer();
    }
    if (!answer.isEmpty()) {
      request.withdraw();
      throw new Failed("no snapshot: " + answer.replace('\n', ' '));
    }
    List<Snapshot> sealed = Snapshots.readOnly(folder.snapshots(), Storage.disk()).sealed();
    return new SnapshotNow(sealed.isEmpty() ? 0 : sealed.get(0).position(), true);
  }

  /** Does what a start and a stop would: the journal's torn tail is cut, then its end is sealed. */
  private static SnapshotNow seal(DataFolder folder) throws IOException, Failed {
    try (FolderLock lock = FolderLock.acquire(folder.path())) {
      PastEngine past = new PastEngine(folder);
      if (past.last() == 0) {
        throw new Failed("no snapshot: nothing has been journaled yet");
      }
      force(folder.journal());
      MatchingEngine engine = past.engine(past.last());
      Snapshots snapshots = Snapshots.open(folder.snapshots(), Storage.disk(), past.journal());
      return new SnapshotNow(snapshots.seal(engine).position(), false);
    }
  }

  /** What a snapshot holds, the journal must not lose. */
  private static void force(Path journal) throws IOException {
    List<ScannedSegment> segments = JournalScan.of(journal, Storage.disk()).segments();
    if (!segments.isEmpty()) {
      long bytes = segments.get(segments.size() - 1).fileBytes();
      Journal.open(journal, bytes, Storage.disk()).close();
    }
  }
}
