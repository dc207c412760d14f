package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bourse.exchange.journal.FaultyStorage;
import org.bourse.exchange.journal.Findings;
import org.bourse.exchange.journal.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.SessionID;

/** Sender numbers of messages that the log does not keep. */
class PassedNumbersTest {
  private static final String A = "FIX.4.4:BOURSE->A";
  private static final String B = "FIX.4.4:BOURSE->B";
  private static final int RETAINED = 20;
  private static final MessageLogSettings SETTINGS =
      new MessageLogSettings(8 << 10, RETAINED, false, OptionalLong.of(5));

  private Path folder;
  private MessageLog log;
  private int copies;

  @BeforeEach
  void open(@TempDir Path temp) throws IOException {
    folder = temp.resolve("fix");
    log = MessageLog.open(folder, SETTINGS, false, Storage.disk());
  }

  @AfterEach
  void close() throws IOException {
    log.close();
  }

  @Test
  void shouldUseNumbersWithoutKeepingMessages() throws IOException {
    add(A, 1);
    pass(A, 3);
    add(A, 1);

    assertThat(log.session(A).nextSender()).isEqualTo(6);
    assertThat(messages(A)).containsExactly(text(1), text(5));
  }

  @Test
  void shouldWriteOneRecordForAllNumbers() throws IOException {
    add(A, 1);
    long before = log.nextRecord();
    pass(A, 100_000);

    assertThat(log.nextRecord()).isEqualTo(before + 1);
  }

  @Test
  void shouldRefuseNumberThatIsNotNext() throws IOException {
    add(A, 1);
    SessionRecord session = log.session(A);

    assertThatIOException()
        .isThrownBy(() -> log.pass(session, 1))
        .withMessageContaining("numbers were reset to 2 meanwhile");
  }

  @Test
  void shouldGoOnExactlyAfterOrderlyClose() throws IOException {
    add(A, 1);
    pass(A, 5000);
    reopen();

    assertThat(log.session(A).nextSender()).isEqualTo(5002);
    assertThat(log.session(A).isPassing()).isFalse();
    continueAfterKill();
    assertThat(log.session(A).nextSender()).isEqualTo(5002);
  }

  @Test
  void shouldCommitAtOrderlyCloseWhatWasPassedLast() throws IOException {
    add(A, 1);
    log.pass(log.session(A), 2);
    log.close();
    log = MessageLog.open(folder, SETTINGS, false, Storage.disk());

    assertThat(log.session(A).nextSender()).isEqualTo(3);
  }

  @Test
  void shouldGoOnAtMarkAfterKill() throws IOException {
    add(A, 1);
    pass(A, 5);
    add(B, 1);
    continueAfterKill();

    assertThat(log.session(A).nextSender()).isBetween(7, 7 + SenderMarks.BLOCK);
    assertThat(log.session(A).isPassing()).isFalse();
    assertThat(log.isEndUncertain()).isFalse();
    assertThat(log.session(B).nextSender()).isEqualTo(2);
    int next = log.session(A).nextSender();
    continueAfterKill();
    assertThat(log.session(A).nextSender()).isEqualTo(next);
  }

  @Test
  void shouldGoOnAtMarkAfterKillWhateverWasPassed() throws IOException {
    add(A, 1);
    for (int i = 0; i < 30; i++) {
      pass(A, 997);
      if (i % 7 == 0) {
        add(A, 1);
      }
      int used = log.session(A).nextSender();
      continueAfterKill();
      assertThat(log.session(A).nextSender()).isBetween(used, used + SenderMarks.PASSING_BLOCK + 1);
    }
  }

  @Test
  void shouldBeginAtOneInNewEpoch() throws IOException {
    add(A, 1);
    pass(A, 5);
    log.newEpoch(log.session(A), 1);
    continueAfterKill();

    assertThat(log.session(A).nextSender()).isEqualTo(1);
    add(A, 1);
    pass(A, 5);
    continueAfterKill();
    assertThat(log.session(A).nextSender()).isBetween(7, 7 + SenderMarks.BLOCK);
    assertThat(log.session(A).epoch()).isEqualTo(1);
  }

  @Test
  void shouldGoOnExactlyOnceNumberWasSet() throws IOException {
    add(A, 1);
    pass(A, 5);
    log.nextSender(log.session(A), 50);
    add(A, 1);
    continueAfterKill();

    assertThat(log.session(A).nextSender()).isEqualTo(51);
  }

  @Test
  void shouldGoOnAtMarkAfterLossOfPower() throws IOException {
    add(A, 1);
    pass(A, 5000);
    folder = FolderCopy.of(folder, folder.resolveSibling("lost"));
    log.close();
    log = MessageLog.open(folder, SETTINGS, true, Storage.disk());

    assertThat(log.session(A).nextSender()).isBetween(5002, 5002 + SenderMarks.PASSING_BLOCK);
    assertThat(log.isEndUncertain()).isTrue();
  }

  @Test
  void shouldNotSettleNumbersInLogThatHasFailed() throws IOException {
    add(A, 1);
    pass(A, 5);
    long records = log.nextRecord();
    log.fail(new IOException("the disk is gone"));
    log.close();

    assertThat(log.nextRecord()).isEqualTo(records);
  }

  @Test
  void shouldTakeNoNumberOnceClosed() throws IOException {
    add(A, 1);
    SessionRecord session = log.session(A);
    log.close();

    assertThatIllegalStateException().isThrownBy(() -> log.pass(session, 2));
  }

  @Test
  void shouldOpenAfterKillAtAnyMoment(@TempDir Path temp) throws IOException {
    boolean hasDied = true;
    for (int operations = 1; hasDied; operations++) {
      FaultyStorage storage = new FaultyStorage();
      Path dying = temp.resolve("dying" + operations);
      int used = 0;
      try (MessageLog other = MessageLog.open(dying, SETTINGS, false, storage)) {
        SessionRecord session = other.session(A);
        other.add(session, 1, 0, 0, text(1));
        other.commit();
        storage.stopAfter(operations);
        used = 2;
        for (int i = 2; i <= 30_000; i++) {
          other.pass(session, i);
          if (i % 6000 == 0) {
            other.commit();
            used = i + 1;
          }
        }
        other.nextSender(session, session.nextSender());
        used = session.nextSender();
        hasDied = false;
      } catch (IOException e) {
        assertThat(e.getMessage()).isNotNull();
      }
      try (MessageLog again = MessageLog.open(dying, SETTINGS, false, Storage.disk())) {
        assertThat(again.session(A).nextSender())
            .as("%s operations", operations)
            .isGreaterThanOrEqualTo(used);
      }
    }
  }

  @Test
  void shouldPassOnAfterCompaction() throws IOException {
    add(A, 5);
    pass(A, 10);
    boolean isShorter = false;
    for (int i = 0; i < 10; i++) {
      add(B, 100);
      log.delivered(log.session(B), log.session(B).nextSender() - 1, SessionRecord.ALL);
      pass(A, 1);
      isShorter |= log.compact();
    }
    assertThat(isShorter).isTrue();
    assertThat(log.session(A).isPassing()).isTrue();
    pass(A, 900);
    int used = log.session(A).nextSender();
    continueAfterKill();

    assertThat(log.session(A).nextSender()).isGreaterThanOrEqualTo(used);
    assertThat(messages(A)).containsExactly(text(1), text(2), text(3), text(4), text(5));
  }

  @Test
  void shouldKeepMessagesHoweverManyNumbersPass() throws IOException {
    for (int i = 0; i < 30; i++) {
      add(A, 1);
      pass(A, 1000);
    }
    log.delivered(log.session(A), log.session(A).nextSender() - 1, SessionRecord.ALL);
    add(B, 1000);
    log.delivered(log.session(B), log.session(B).nextSender() - 1, SessionRecord.ALL);
    assertThat(log.compact()).isTrue();

    assertThat(messages(A)).hasSize(RETAINED).startsWith(text(10 * 1001 + 1));
  }

  @Test
  void shouldFindNothingWrongWithPassingSession() throws IOException {
    add(A, 2);
    pass(A, 5000);
    add(A, 1);
    pass(A, 10);
    assertThat(faults()).isEmpty();
    assertThat(stored().passing()).isTrue();

    log.nextSender(log.session(A), log.session(A).nextSender());
    add(A, 1);
    assertThat(faults()).isEmpty();
    assertThat(stored().passing()).isFalse();
    assertThat(stored().nextSender()).isEqualTo(5015);
  }

  @Test
  void shouldFindNothingWrongAfterCompactionOfPassingSession() throws IOException {
    add(A, 1);
    pass(A, 5);
    add(B, 1000);
    log.delivered(log.session(B), 1000, SessionRecord.ALL);
    pass(A, 3000);
    assertThat(log.compact()).isTrue();
    pass(A, 5);
    add(A, 1);

    assertThat(faults()).isEmpty();
    assertThat(stored().passing()).isTrue();
  }

  private StoredSession stored() throws IOException {
    return MessageStoreScan.of(folder, Storage.disk()).sessions().get(0);
  }

  private List<String> faults() throws IOException {
    Findings findings = new Findings();
    assertThat(MessageStoreVerification.run(folder, false, Storage.disk(), findings)).isNotNull();
    return findings.faults();
  }

  private void add(String name, int count) throws IOException {
    SessionRecord session = log.session(name);
    for (int i = 0; i < count; i++) {
      int msgSeqNum = session.nextSender();
      log.add(session, msgSeqNum, 0, 0, text(msgSeqNum));
    }
    log.commit();
  }

  private void pass(String name, int count) throws IOException {
    SessionRecord session = log.session(name);
    for (int i = 0; i < count; i++) {
      log.pass(session, session.nextSender());
    }
    log.commit();
  }

  private static String text(int msgSeqNum) {
    CompIds compIds = CompIds.of(new SessionID("FIX.4.4", "BOURSE", "A"));
    return new FixFrame()
        .frame("0", msgSeqNum, compIds, "20260101-00:00:00", 0, false, new FixWriter())
        .toString();
  }

  private List<String> messages(String name) throws IOException {
    List<String> found = new ArrayList<>();
    log.messages(log.session(name), 1, Integer.MAX_VALUE, found);
    return found;
  }

  private void reopen() throws IOException {
    log.close();
    log = MessageLog.open(folder, SETTINGS, false, Storage.disk());
  }

  private void continueAfterKill() throws IOException {
    folder = FolderCopy.of(folder, folder.resolveSibling("copy" + copies++));
    reopen();
  }
}
