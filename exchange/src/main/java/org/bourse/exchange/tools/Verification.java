package org.bourse.exchange.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.engine.EngineDirectory;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.fix.MessageStoreScan;
import org.bourse.exchange.fix.MessageStoreVerification;
import org.bourse.exchange.journal.Findings;
import org.bourse.exchange.journal.JournalDamagedException;
import org.bourse.exchange.journal.JournalScan;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.sequencer.PastReplay;
import org.bourse.exchange.sequencer.Recovery;
import org.bourse.exchange.snapshot.ChronicleWarmUp;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything in a data folder and holds each part against the others: journal, snapshots, and
 * what clients were told. Changes nothing; an exchange may run on the folder.
 */
public final class Verification {
  private final DataFolder folder;
  private final Storage disk = Storage.disk();
  private final Findings findings = new Findings();
  private final boolean endedInOrder;
  private String counts = "";

  private Verification(DataFolder folder) throws IOException {
    this.folder = folder;
    endedInOrder = folder.endedInOrder();
  }

  /**
   * Verifies a folder.
   *
   * @throws IOException where a file can't be read
   */
  public static Verification of(DataFolder folder) throws IOException {
    ChronicleWarmUp.begin();
    return folder.read(
        () -> {
          Verification verification = new Verification(folder);
          verification.run();
          return verification;
        },
        verification -> !verification.isFaulty());
  }

  /** Whether anything is wrong. */
  public boolean isFaulty() {
    return findings.isFaulty();
  }

  /** What was found, a line each; what is wrong first, or that nothing is. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    findings.faults().forEach(fault -> lines.add("FAULT: " + fault));
    findings.notes().forEach(note -> lines.add("note: " + note));
    if (!isFaulty()) {
      lines.add("OK: " + counts);
    }
    return lines;
  }

  /** What is written later is read later: so nothing that is read knows more than what follows. */
  private void run() throws IOException {
    SnapshotCheck snapshots = new SnapshotCheck(folder.snapshots(), findings);
    snapshots.run();
    MessageStoreVerification messages =
        MessageStoreVerification.run(folder.fix(), endedInOrder, disk, findings);
    try {
      JournalScan journal = JournalScan.of(folder.journal(), disk);
      findings.tail(journal.tornTail(), endedInOrder);
      snapshots.requireSameJournal(journal);
      snapshots.requireEnd(journal);
      if (messages != null) {
        messages.requireSameJournal(journal.identity());
      }
      replay(journal, snapshots, messages);
      counts =
          String.format(
              "journal %d records in %d segments; snapshots %d; messages %s",
              journal.lastSequence() - journal.firstSequence() + 1,
              journal.segments().size(),
              snapshots.sound().size(),
              messages == null ? "-" : messages.counts());
    } catch (JournalDamagedException e) {
      findings.fault(String.valueOf(e.getMessage()));
    }
  }

  private void replay(
      JournalScan journal, SnapshotCheck snapshots, @Nullable MessageStoreVerification messages)
      throws IOException {
    MatchingEngine engine = snapshots.base(journal.firstSequence());
    if (engine == null) {
      findings.fault(
          journal.fileOf(journal.firstSequence()),
          "the journal begins at record "
              + journal.firstSequence()
              + ", and no sound snapshot reaches that far; put the missing segments or a snapshot"
              + " back");
      return;
    }
    if (messages != null) {
      EngineDirectory known = engine.directory();
      messages.begin(
          known.sessions().stream().map(EngineDirectory.SessionAs::name).toList(),
          known.instruments().stream().map(EngineDirectory.ListedAs::rules).toList(),
          engine.eventSeq());
    }
    try (PastReplay replay =
        new PastReplay(
            journal,
            engine,
            refused(messages),
            (eventSeq, buffer, offset, length) -> {
              if (messages != null) {
                messages.onEvent(eventSeq, buffer, offset, length);
              }
            },
            (position, what) ->
                findings.fault(
                    journal.fileOf(position),
                    "record " + position + ": " + what + "; restore the file"))) {
      String end = snapshots.follow(replay, engine, journal.lastSequence());
      Path last = journal.fileOf(journal.lastSequence());
      if (end != null) {
        findings.note(last, end);
      }
      if (messages != null) {
        messages.complete(engine.eventSeq(), last);
        if (!messages.isThere() && !engine.directory().sessions().isEmpty()) {
          requireMessages();
        }
      }
    }
  }

  /** Looks again: an exchange may have begun since. */
  private void requireMessages() throws IOException {
    if (JournalScan.of(folder.fix(), disk).segments().isEmpty()) {
      findings.fault(
          folder.fix(),
          (Files.exists(folder.fix()) ? "holds no message log" : "is missing")
              + ", though the journal has sessions; restore the folder from a back-up: without it"
              + " every session's numbers begin at 1 again");
    }
  }

  private Recovery.RefusedRequests refused(@Nullable MessageStoreVerification messages)
      throws IOException {
    return messages == null || !Files.isDirectory(folder.fix())
        ? new NothingRefused()
        : MessageStoreScan.of(folder.fix(), disk);
  }
}
