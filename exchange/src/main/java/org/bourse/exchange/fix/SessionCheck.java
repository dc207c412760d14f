package org.bourse.exchange.fix;

import org.bourse.exchange.journal.Findings;
import org.bourse.exchange.journal.JournalScan;
import org.jspecify.annotations.Nullable;

/**
 * Checks one session's records in the message log, in their order. The oldest may be gone: what
 * only they said is not known before a summary says it.
 */
final class SessionCheck {
  private static final int UNKNOWN = -1;
  private static final String RESTORE = "; restore the file";

  private final int number;
  private final JournalScan log;
  private final Findings findings;
  private final ToldEvents told = new ToldEvents();
  private @Nullable String name;
  private int epoch = UNKNOWN;
  private int nextSender = UNKNOWN;
  private long messages;
  private boolean passing;

  SessionCheck(int number, JournalScan log, Findings findings) {
    this.number = number;
    this.log = log;
    this.findings = findings;
  }

  boolean isNamed() {
    return name != null;
  }

  String name() {
    return name == null ? "session " + number : name;
  }

  int epoch() {
    return epoch;
  }

  /** The next sender number, below 0: not known. */
  int nextSender() {
    return nextSender;
  }

  /** Whether it uses numbers that the log does not hold. */
  boolean isPassing() {
    return passing;
  }

  long messages() {
    return messages;
  }

  ToldEvents told() {
    return told;
  }

  void named(String given) {
    name = given;
    epoch = 0;
    nextSender = 1;
  }

  void message(long position, int msgSeqNum, long eventSeq, String text) {
    messages++;
    if (!canBeNext(msgSeqNum)) {
      fault(position, "MsgSeqNum " + msgSeqNum + " where " + nextSender + " is next");
    }
    nextSender = msgSeqNum + 1;
    if (isSound(position, msgSeqNum, text) && eventSeq > 0) {
      if (!told.isFirstInNumbering(eventSeq)) {
        fault(position, "event " + eventSeq + " is told a second time in one numbering");
      }
      tells(position, eventSeq, KeptReport.ofMessage(text));
    }
  }

  void copy(long position, int msgSeqNum, long eventSeq, String text) {
    if (nextSender != UNKNOWN && msgSeqNum >= nextSender) {
      fault(position, "a copy of message " + msgSeqNum + ", but " + nextSender + " is next");
    }
    if (isSound(position, msgSeqNum, text) && eventSeq > 0) {
      tells(position, eventSeq, KeptReport.ofMessage(text));
    }
  }

  void kept(long position, long eventSeq, String text) {
    tells(position, eventSeq, text);
  }

  void epoch(long position, int newEpoch, boolean numbersBegin) {
    if (newEpoch <= epoch) {
      fault(position, "numbering " + newEpoch + " after numbering " + epoch);
    }
    epoch = newEpoch;
    if (numbersBegin) {
      nextSender = 1;
      passing = false;
      told.beginNumbering();
    }
  }

  void passingFrom(long position, int msgSeqNum) {
    if (!canBeNext(msgSeqNum)) {
      fault(position, "it passes from " + msgSeqNum + " on, but " + nextSender + " is next");
    }
    nextSender = msgSeqNum;
    passing = true;
  }

  private boolean canBeNext(int msgSeqNum) {
    return nextSender == UNKNOWN || msgSeqNum == nextSender || (passing && msgSeqNum > nextSender);
  }

  void nextSender(long position, int msgSeqNum) {
    if (msgSeqNum < 1) {
      fault(position, "a next number of " + msgSeqNum);
    }
    nextSender = msgSeqNum;
    passing = false;
  }

  void summary(long position, String text) {
    SessionSummary summary = SessionSummary.parse(text);
    if (name != null && !name.equals(summary.name())) {
      fault(position, "it sums up " + summary.name() + ", but the session is " + name);
    }
    if (epoch != UNKNOWN && epoch != summary.epoch()) {
      fault(position, "it says numbering " + summary.epoch() + ", but " + epoch + " was begun");
    }
    if (!canBeNext(summary.nextSender())) {
      fault(position, "it says " + summary.nextSender() + " is next, but " + nextSender + " is");
    }
    name = summary.name();
    epoch = summary.epoch();
    nextSender = summary.nextSender();
    told.hadTold(summary.lastEventSeq());
  }

  private boolean isSound(long position, int msgSeqNum, String text) {
    @Nullable String wrong = MessageFrame.fault(text, msgSeqNum);
    if (wrong != null) {
      fault(position, "message " + msgSeqNum + ": " + wrong);
    }
    return wrong == null;
  }

  private void tells(long position, long eventSeq, String text) {
    if (!told.add(eventSeq, position, KeptReport.parse(text))) {
      fault(
          position,
          "event " + eventSeq + " is told otherwise than in record " + told.position(eventSeq));
    }
  }

  private void fault(long position, String what) {
    findings.fault(
        log.fileOf(position), "record " + position + ": " + name() + ": " + what + RESTORE);
  }
}
