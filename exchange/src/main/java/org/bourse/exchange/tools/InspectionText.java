package org.bourse.exchange.tools;

import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.fix.StoredSession;

/** An inspection as a reader wants it. */
public final class InspectionText {
  private static final String INDENT = "  ";

  private final List<String> lines = new ArrayList<>();

  private InspectionText() {}

  /** The inspection in lines. */
  public static List<String> of(Inspection inspection) {
    InspectionText text = new InspectionText();
    text.write(inspection);
    return text.lines;
  }

  private void write(Inspection found) {
    lines.add("data folder  " + found.folder());
    String ended =
        found.endedInOrder() ? "no process" : "no process; the last run did not end in order";
    lines.add("held by      " + (found.heldBy() == null ? ended : "process " + found.heldBy()));
    log("journal", found.journal());
    lines.add("");
    lines.add("snapshots    " + (found.snapshots().isEmpty() ? "none" : found.snapshots().size()));
    snapshots(found);
    log("messages", found.messages());
    log("marks", found.marks());
    lines.add("");
    lines.add("sessions     " + (found.sessions().isEmpty() ? "none" : found.sessions().size()));
    sessions(found);
    lines.add("");
    found.cursors().forEach((name, event) -> lines.add("cursor       " + name + " event " + event));
  }

  private void log(String name, Inspection.Log log) {
    lines.add("");
    String head = String.format("%-13s", name);
    if (log.segments().isEmpty()) {
      lines.add(head + "none");
      return;
    }
    boolean isEmpty = log.lastRecord() < log.firstRecord();
    lines.add(
        head
            + (isEmpty ? "no record" : "records " + log.firstRecord() + " to " + log.lastRecord())
            + ", "
            + log.usedBytes()
            + " of "
            + log.fileBytes()
            + " bytes used");
    if (log.firstTime() != null) {
      lines.add(INDENT + "first  " + log.firstTime());
      lines.add(INDENT + "last   " + log.lastTime());
    }
    TextTable table = new TextTable("segment", ">first", ">last", ">used", ">bytes");
    log.segments()
        .forEach(s -> table.row(s.file(), s.first(), s.last(), s.usedBytes(), s.fileBytes()));
    lines.addAll(table.lines(INDENT));
    Inspection.Torn torn = log.tornTail();
    if (torn != null) {
      lines.add(
          INDENT
              + "torn tail: "
              + torn.file()
              + " at offset "
              + torn.offset()
              + ", record "
              + torn.record()
              + ": the next start cuts it");
    }
  }

  private void snapshots(Inspection found) {
    TextTable table =
        new TextTable(
            "snapshot",
            ">position",
            ">event",
            "time",
            ">open orders",
            ">bytes",
            ">engine",
            "state");
    for (Inspection.Sealed s : found.snapshots()) {
      table.row(
          s.folder(),
          s.position(),
          s.event(),
          s.time() == null ? "-" : s.time(),
          s.openOrders(),
          s.bytes(),
          s.engineVersion(),
          s.wrong() == null ? "sound" : s.wrong());
    }
    lines.addAll(table.lines(INDENT));
  }

  private void sessions(Inspection found) {
    TextTable table =
        new TextTable(
            "session",
            ">numbering",
            ">next",
            ">mark",
            "kept",
            ">last event",
            ">waiting",
            ">delivered",
            "halted");
    for (StoredSession s : found.sessions()) {
      table.row(
          s.name(),
          s.epoch(),
          s.nextSender() + (s.passing() ? " or more" : ""),
          s.mark(),
          s.kept() == 0 ? "-" : s.firstKept() + "-" + s.lastKept() + " (" + s.kept() + ")",
          s.lastEventSeq(),
          s.waiting(),
          s.delivered(),
          s.halted());
    }
    lines.addAll(table.lines(INDENT));
  }
}
