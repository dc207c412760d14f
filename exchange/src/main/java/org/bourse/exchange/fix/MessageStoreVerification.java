package org.bourse.exchange.fix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.bourse.exchange.journal.Findings;
import org.bourse.exchange.journal.JournalDamagedException;
import org.bourse.exchange.journal.JournalScan;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.sequencer.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the message store of a data folder: first by itself, then against the events that a
 * replay of the journal gives. Changes nothing, and works beside an exchange that writes. One
 * thread.
 */
public final class MessageStoreVerification implements EventHandler {
  private final JournalScan log;
  private JournalScan marks;
  private final Findings findings;
  private final boolean endedInOrder;
  private final Map<String, SessionCheck> sessions = new TreeMap<>();
  private final ReportRouter router;
  private long records;
  private long messages;
  private long firstReplayed = 1;
  private long compared;
  private long cursor;

  private MessageStoreVerification(JournalScan log, boolean endedInOrder, Findings findings) {
    this.log = log;
    marks = log;
    this.endedInOrder = endedInOrder;
    this.findings = findings;
    router = new ReportRouter(new Comparison(), this::others);
  }

  /**
   * Verifies what the store's files tell by themselves.
   *
   * @param endedInOrder whether the last run did: then nothing may be half written
   * @return what is to be held against the journal; null where the log can't be read to its end
   */
  public static @Nullable MessageStoreVerification run(
      Path folder, boolean endedInOrder, Storage storage, Findings findings) throws IOException {
    try {
      Path marks = folder.resolve("marks");
      SenderMarks.Scanned before = SenderMarks.scan(marks, storage);
      JournalScan log = JournalScan.of(folder, storage);
      MessageStoreVerification verification =
          new MessageStoreVerification(log, endedInOrder, findings);
      findings.tail(log.tornTail(), verification.endedInOrder);
      verification.checkRecords();
      SenderMarks.Scanned after = SenderMarks.scan(marks, storage);
      findings.tail(after.log().tornTail(), verification.endedInOrder);
      verification.marks = after.log();
      new SenderMarksCheck(before, after, log, findings).check(verification.sessions.values());
      return verification;
    } catch (JournalDamagedException e) {
      findings.fault(String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      findings.fault(folder.resolve("marks"), e.getMessage() + "; restore the folder");
    }
    return null;
  }

  /**
   * Makes sure that the store is of the journal's events.
   *
   * @param journal its identity, empty where it has no segment
   */
  public void requireSameJournal(OptionalLong journal) {
    requireSame(log, MessageLogSettings.logIdentity(journal));
    requireSame(marks, MessageLogSettings.marksIdentity(journal));
  }

  private void requireSame(JournalScan part, OptionalLong expected) {
    OptionalLong found = part.identity();
    if (expected.isPresent() && found.isPresent() && !expected.equals(found)) {
      findings.fault(
          part.fileOf(part.firstSequence()),
          "is not of this journal; put back what belongs together");
    }
  }

  private void checkRecords() throws IOException {
    MessageLogCheck check = new MessageLogCheck(log, findings);
    log.readAll(check);
    check.complete();
    records = log.lastSequence() - log.firstSequence() + 1;
    for (SessionCheck session : check.sessions()) {
      messages += session.messages();
      if (sessions.put(session.name(), session) != null) {
        findings.fault(log.fileOf(1), session.name() + " has two numbers; restore the folder");
      }
    }
    cursor = check.cursor();
  }

  /**
   * Begins the comparison with what the journal says.
   *
   * @param knownSessions their names, by the engine's number
   * @param knownInstruments by the engine's number
   * @param afterEventSeq the events after this one follow
   */
  public void begin(
      List<String> knownSessions, List<Instrument> knownInstruments, long afterEventSeq) {
    router.begin(knownSessions, knownInstruments);
    firstReplayed = afterEventSeq + 1;
  }

  @Override
  public void onEvent(long eventSeq, DirectBuffer buffer, int offset, int length) {
    router.onEvent(eventSeq, buffer, offset, length);
  }

  /**
   * Ends the comparison.
   *
   * @param lastEventSeq the journal's last event
   * @param end where the journal ends, for whoever must mend it
   */
  public void complete(long lastEventSeq, Path end) {
    if (cursor > lastEventSeq) {
      beyond("the message log", cursor, lastEventSeq, end);
    }
    for (SessionCheck session : sessions.values()) {
      ToldEvents told = session.told();
      if (told.last() > lastEventSeq) {
        beyond(session.name(), told.last(), lastEventSeq, end);
      }
      checkLeftOut(session);
      EventRanges foreign = told.notSettled(firstReplayed, lastEventSeq);
      if (!foreign.isEmpty()) {
        fault(
            session, foreign.first(), foreign.text() + ", which the journal has for nobody there");
      }
    }
  }

  private void checkLeftOut(SessionCheck session) {
    ToldEvents told = session.told();
    EventRanges leftOut = told.leftOut();
    if (!leftOut.isEmpty()) {
      boolean isEnd = leftOut.last() > told.last();
      findings.fault(
          log.fileOf(isEnd ? log.lastSequence() : log.firstSequence()),
          (isEnd ? "its end is missing: " : "")
              + session.name()
              + " was not told "
              + leftOut.text()
              + (isEnd ? ", though the last run ended in order" : ", but later ones")
              + "; restore the folder fix");
    }
  }

  private void beyond(String whose, long eventSeq, long lastEventSeq, Path end) {
    findings.fault(
        end,
        "its end is missing: it tells of "
            + lastEventSeq
            + " events, but "
            + whose
            + " knows event "
            + eventSeq
            + "; restore the data folder, or remove its folder fix to go on without what is lost");
  }

  /** Whether there was a log at all: a start makes it before it journals anything. */
  public boolean isThere() {
    return !log.segments().isEmpty();
  }

  /** How many messages were read, in how many records, and how many fit what the journal says. */
  public String counts() {
    return records + " records with " + messages + " messages, " + compared + " compared";
  }

  private void fault(SessionCheck session, long eventSeq, String what) {
    long position = session.told().position(eventSeq);
    findings.fault(
        log.fileOf(position),
        "record " + position + ": " + session.name() + ": " + what + "; restore the file");
  }

  /** Any other session may have had copies: those that it has are compared. */
  private List<String> others(String session) {
    return sessions.keySet().stream().filter(name -> !name.equals(session)).toList();
  }

  /** Takes what the exchange would send for the events of the replay. */
  private final class Comparison implements ReportRouter.Outlet {
    @Override
    public boolean wants(String name, long eventSeq) {
      SessionCheck session = sessions.get(name);
      if (session == null) {
        return false;
      }
      return session.told().meet(eventSeq, log.firstSequence() == 1, endedInOrder);
    }

    @Override
    public boolean wantsCopy(String name, long eventSeq) {
      SessionCheck session = sessions.get(name);
      return session != null && session.told().has(eventSeq);
    }

    @Override
    public void send(
        String name, long eventSeq, int refusedSeqNum, String msgType, FixWriter body) {
      SessionCheck session = sessions.get(name);
      if (session != null && !session.told().settle(eventSeq, msgType, body)) {
        fault(session, eventSeq, "its message says of event " + eventSeq + " what it did not");
      } else {
        compared++;
      }
    }
  }
}
