package org.bourse.exchange.crash;

import static org.bourse.exchange.crash.CrashPoint.Moment.AFTER;
import static org.bourse.exchange.crash.CrashPoint.Moment.BEFORE;
import static org.bourse.exchange.crash.CrashPoint.Moment.HALFWAY;
import static org.bourse.exchange.crash.CrashPoint.Moment.SOON_AFTER;
import static org.bourse.exchange.crash.CrashPoint.Operation.CREATE;
import static org.bourse.exchange.crash.CrashPoint.Operation.DELETE;
import static org.bourse.exchange.crash.CrashPoint.Operation.FORCE;
import static org.bourse.exchange.crash.CrashPoint.Operation.FORCE_FOLDER;
import static org.bourse.exchange.crash.CrashPoint.Operation.RENAME;
import static org.bourse.exchange.crash.CrashPoint.Operation.WRITE;
import static org.bourse.exchange.crash.CrashPoint.Operation.WRITE_HEADER;
import static org.bourse.exchange.crash.CrashPoint.Part.JOURNAL;
import static org.bourse.exchange.crash.CrashPoint.Part.MESSAGES;
import static org.bourse.exchange.crash.CrashPoint.Part.SNAPSHOTS;

import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.ProcessFolder;
import org.bourse.exchange.crash.ProcessVenue.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The exchange's process ends at each point where something is half done.
 *
 * <p>{@code -Dbourse.crash.points.all=true} plays all of them, the ordinary build a part of those
 * in what happens beside the trading.
 */
class CrashPointTest {
  private static final String LOG = "(journal|fix)/journal-.*\\.log";
  private static final String BLANK = "(journal|fix)/journal-.*\\.blank";
  private static final String MARKS = "marks/journal-.*\\.log";
  private static final String BUILDING = "snapshot-[0-9a-f]{16}\\.building";
  private static final String SEALED = "snapshots/snapshot-[0-9a-f]{16}";
  private static final String REMOVED = "snapshot-[0-9a-f]{16}\\.removed";
  private static final String FOLDER = ".*";
  private static final boolean ALL = Boolean.getBoolean("bourse.crash.points.all");

  @TempDir private Path path;

  @Test
  void shouldKeepEveryPromiseThroughEndsInTheMiddleOfABatch() throws Exception {
    play(
        ProcessVenue.folder(path, "disk"),
        4,
        new CrashPoint(JOURNAL, HALFWAY, WRITE, LOG, 50),
        new CrashPoint(JOURNAL, AFTER, WRITE, LOG, 60), // after the append, before the force
        new CrashPoint(MESSAGES, BEFORE, WRITE, LOG, 40), // after the engine, before the store
        new CrashPoint(MESSAGES, AFTER, WRITE, LOG, 60), // after the store, before the socket
        new CrashPoint(JOURNAL, BEFORE, WRITE, LOG, 40), // before the append
        new CrashPoint(JOURNAL, AFTER, FORCE, LOG, 70), // after the force, before the engine
        new CrashPoint(MESSAGES, HALFWAY, WRITE, LOG, 50));
  }

  @Test
  void shouldKeepEveryPromiseThroughEndsWhileTheJournalRolls() throws Exception {
    play(ProcessVenue.folder(path, "disk"), 1, rollOf(JOURNAL));
  }

  @Test
  void shouldKeepEveryPromiseThroughEndsWhileTheMessageLogRolls() throws Exception {
    play(ProcessVenue.folder(path, "disk"), 1, rollOf(MESSAGES));
  }

  private static CrashPoint[] rollOf(CrashPoint.Part part) {
    return new CrashPoint[] {
      new CrashPoint(part, AFTER, FORCE, BLANK, 1), // the blank is made
      new CrashPoint(part, HALFWAY, WRITE_HEADER, BLANK, 2),
      new CrashPoint(part, BEFORE, RENAME, LOG, 2),
      new CrashPoint(part, AFTER, RENAME, LOG, 2),
      new CrashPoint(part, AFTER, CREATE, BLANK, 1),
      new CrashPoint(part, HALFWAY, WRITE, BLANK, 1),
      new CrashPoint(part, AFTER, WRITE_HEADER, BLANK, 2),
      new CrashPoint(part, AFTER, FORCE_FOLDER, FOLDER, 2),
      new CrashPoint(part, BEFORE, WRITE, LOG, 100)
    };
  }

  @Test
  void shouldKeepEveryPromiseThroughEndsAfterTheSocketWrite() throws Exception {
    ProcessFolder folder = ProcessVenue.folder(path, "disk");
    play(new ProcessVenue(folder, 1, Ending.KILL_AT_REPORT), ALL ? 3 : 1);
  }

  @Test
  void shouldKeepEveryPromiseThroughEndsInTheMiddleOfAStart() throws Exception {
    List<CrashPoint> points =
        List.of(
            new CrashPoint(JOURNAL, HALFWAY, WRITE, LOG, 1), // the tail is made sound
            new CrashPoint(JOURNAL, AFTER, WRITE, LOG, 2), // the first command of the new run
            new CrashPoint(MESSAGES, BEFORE, WRITE, LOG, 2), // reports that are owed
            new CrashPoint(MESSAGES, HALFWAY, WRITE, LOG, 2),
            new CrashPoint(MESSAGES, AFTER, WRITE, LOG, 2));
    ProcessFolder folder = ProcessVenue.folder(path, "disk");
    CrashPoint owing = new CrashPoint(MESSAGES, BEFORE, WRITE, LOG, 40); // so that any are owed
    Venue venue = new CrashPointVenue(folder, List.of(owing));
    play(new CrashingStartVenue(venue, folder, points), ALL ? points.size() : 2);
  }

  @Test
  void shouldKeepEveryPromiseThroughEndsInTheMiddleOfASnapshot() throws Exception {
    play(
        sealing(200, ""),
        1,
        new CrashPoint(SNAPSHOTS, HALFWAY, WRITE, BUILDING + "/engine.state", 1),
        new CrashPoint(SNAPSHOTS, SOON_AFTER, FORCE, BUILDING + "/open-orders.map", 1), // filling
        new CrashPoint(SNAPSHOTS, BEFORE, FORCE, BUILDING + "/open-orders.map", 2), // filled
        new CrashPoint(SNAPSHOTS, HALFWAY, WRITE, BUILDING + "/manifest", 2),
        new CrashPoint(SNAPSHOTS, BEFORE, RENAME, SEALED, 2),
        new CrashPoint(SNAPSHOTS, AFTER, RENAME, SEALED, 3)); // before the folder is forced
  }

  @Test
  void shouldKeepEveryPromiseThroughEndsWhileWhatIsNotNeededIsRemoved() throws Exception {
    play(
        sealing(100, ""),
        1,
        new CrashPoint(SNAPSHOTS, AFTER, RENAME, "snapshots/" + REMOVED, 1),
        new CrashPoint(SNAPSHOTS, AFTER, DELETE, REMOVED + "/.*", 2),
        new CrashPoint(JOURNAL, BEFORE, DELETE, LOG, 2),
        new CrashPoint(JOURNAL, AFTER, DELETE, LOG, 2)); // before the folder is forced
  }

  @Test
  void shouldKeepEveryPromiseThroughEndsWhileSegmentsAreArchived() throws Exception {
    play(
        sealing(100, "archive: archive"),
        1,
        new CrashPoint(JOURNAL, BEFORE, RENAME, "archive/journal-.*\\.log", 2),
        new CrashPoint(JOURNAL, AFTER, RENAME, "archive/journal-.*\\.log", 1),
        new CrashPoint(JOURNAL, AFTER, FORCE_FOLDER, "data/archive", 2));
  }

  @Test
  void shouldKeepEveryPromiseThroughEndsWhileTheMessageLogIsMadeShorter() throws Exception {
    play(
        ProcessVenue.folder(path, "disk"),
        1,
        new CrashPoint(MESSAGES, BEFORE, DELETE, LOG, 1), // all is copied and forced
        new CrashPoint(MESSAGES, AFTER, DELETE, LOG, 1),
        new CrashPoint(MESSAGES, AFTER, DELETE, LOG, 2),
        new CrashPoint(MESSAGES, BEFORE, FORCE, LOG, 4), // of a roll or of what was copied
        new CrashPoint(MESSAGES, AFTER, FORCE, LOG, 5),
        new CrashPoint(MESSAGES, BEFORE, FORCE, LOG, 6));
  }

  @Test
  void shouldKeepEveryPromiseThroughEndsWhileASendersMarkIsRaised() throws Exception {
    play(
        ProcessVenue.folder(path, "disk"),
        1,
        new CrashPoint(MESSAGES, BEFORE, WRITE, MARKS, 1),
        new CrashPoint(MESSAGES, HALFWAY, WRITE, MARKS, 1),
        new CrashPoint(MESSAGES, BEFORE, FORCE, MARKS, 2),
        new CrashPoint(MESSAGES, AFTER, FORCE, MARKS, 1));
  }

  @Test
  void shouldKeepEveryPromiseThroughEndsInTheMiddleOfAStartFromASnapshot() throws Exception {
    List<CrashPoint> points =
        List.of(
            new CrashPoint(SNAPSHOTS, AFTER, DELETE, BUILDING + "/.*", 1), // what was left
            new CrashPoint(SNAPSHOTS, HALFWAY, WRITE, "reading/open-orders.map", 1),
            new CrashPoint(SNAPSHOTS, SOON_AFTER, WRITE, "reading/open-orders.map", 1),
            new CrashPoint(MESSAGES, HALFWAY, WRITE, MARKS, 1),
            new CrashPoint(MESSAGES, BEFORE, RENAME, "data/run", 1));
    ProcessFolder folder = sealing(200, "");
    CrashPoint sealing = new CrashPoint(SNAPSHOTS, BEFORE, RENAME, SEALED, 2);
    Venue venue = new CrashPointVenue(folder, List.of(sealing));
    play(new CrashingStartVenue(venue, folder, points), ALL ? points.size() : 1);
  }

  /** The exchange seals a snapshot every so many commands, and keeps two. */
  private ProcessFolder sealing(int everyCommands, String journal) throws Exception {
    return ProcessVenue.folder(path, "disk")
        .settings(
            "durability: disk",
            "journal: {" + journal + "}",
            "snapshot: {every-commands: " + everyCommands + ", every-minutes: 0, keep: 2}");
  }

  /** Plays the first so many in the ordinary build. */
  private void play(ProcessFolder folder, int ordinarily, CrashPoint... points) throws Exception {
    List<CrashPoint> played = List.of(points).subList(0, ALL ? points.length : ordinarily);
    play(new CrashPointVenue(folder, played), played.size());
  }

  private void play(Venue venue, int rounds) throws Exception {
    try (venue;
        Rounds played = new Rounds(venue::toString, 1, venue, path.resolve("traders"))) {
      played.begin();
      for (int i = 0; i < rounds; i++) {
        played.play();
      }
      played.finish();
    }
  }
}
