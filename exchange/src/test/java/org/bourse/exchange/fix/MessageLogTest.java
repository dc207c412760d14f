package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bourse.exchange.journal.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageLogTest {
  private static final String A = "FIX.4.4:BOURSE->A";
  private static final String B = "FIX.4.4:BOURSE->B";

  private static final MessageLogSettings SETTINGS =
      new MessageLogSettings(1 << 20, 1000, true, OptionalLong.of(5));

  private Path folder;
  private MessageLog log;

  @BeforeEach
  void open(@TempDir Path temp) throws IOException {
    folder = temp;
    log = MessageLog.open(folder, SETTINGS, false, Storage.disk());
  }

  @AfterEach
  void close() throws IOException {
    log.close();
  }

  @Test
  void shouldBeginAtOne() throws IOException {
    assertThat(log.session(A).nextSender()).isEqualTo(1);
    assertThat(log.session(A).lastEventSeq()).isZero();
    assertThat(log.session(A).epoch()).isZero();
  }

  @Test
  void shouldGoOnAfterReopen() throws IOException {
    log.add(log.session(A), 1, 0, 0, "logon");
    log.add(log.session(A), 2, 17, 0, "report");
    log.add(log.session(B), 1, 0, 0, "other");
    reopen();

    assertThat(log.session(A).nextSender()).isEqualTo(3);
    assertThat(log.session(A).lastEventSeq()).isEqualTo(17);
    assertThat(log.session(B).nextSender()).isEqualTo(2);
    assertThat(log.session(B).lastEventSeq()).isZero();
  }

  @Test
  void shouldGiveMessagesOfRange() throws IOException {
    for (int i = 1; i <= 200; i++) {
      log.add(log.session(A), i, i, 0, "a" + i);
      log.add(log.session(B), i, i, 0, "b" + i);
    }

    assertThat(messages(A, 99, 102)).containsExactly("a99", "a100", "a101", "a102");
    assertThat(messages(B, 200, 300)).containsExactly("b200");
    assertThat(messages(B, 201, 300)).isEmpty();
    assertThat(messages(B, 0, 2)).containsExactly("b1", "b2");
  }

  @Test
  void shouldGiveMessagesOfRangeAfterReopen() throws IOException {
    log.add(log.session(A), 1, 0, 0, "caf\u00e9");
    log.add(log.session(A), 2, 0, 0, "a2");
    reopen();
    log.add(log.session(A), 3, 0, 0, "a3");

    assertThat(messages(A, 1, 3)).containsExactly("caf\u00e9", "a2", "a3");
  }

  @Test
  void shouldGiveMessageThatWasSentLastUnderNumber() throws IOException {
    log.add(log.session(A), 1, 0, 0, "first");
    log.nextSender(log.session(A), 1);
    log.add(log.session(A), 1, 0, 0, "second");

    assertThat(messages(A, 1, 1)).containsExactly("second");
  }

  @Test
  void shouldForgetNumbersButNotEventsInNewEpoch() throws IOException {
    log.add(log.session(A), 1, 17, 0, report(1, 17));
    log.newEpoch(log.session(A), 1);
    reopen();

    assertThat(log.session(A).nextSender()).isEqualTo(1);
    assertThat(log.session(A).epoch()).isEqualTo(1);
    assertThat(log.session(A).lastEventSeq()).isEqualTo(17);
    assertThat(messages(A, 1, 10)).isEmpty();
  }

  @Test
  void shouldOweInNewEpochWhatWasNotDelivered() throws IOException {
    SessionRecord session = log.session(A);
    for (int i = 1; i <= 4; i++) {
      log.add(session, i, 10 + i, 0, report(i, 10 + i));
    }
    log.delivered(session, 1, 2);
    log.newEpoch(session, 1);
    reopen();

    Map<Long, KeptReport> owed = new TreeMap<>();
    owed.put(12L, new KeptReport("8", true, "17=12\u0001"));
    owed.put(13L, new KeptReport("8", false, "17=13\u0001"));
    owed.put(14L, new KeptReport("8", false, "17=14\u0001"));
    assertThat(log.owed(log.session(A), 10)).isEqualTo(owed);
  }

  @Test
  void shouldOweNoLongerWhatHasNewNumber() throws IOException {
    SessionRecord session = log.session(A);
    log.add(session, 1, 11, 0, report(1, 11));
    log.add(session, 2, 12, 0, report(2, 12));
    log.newEpoch(session, 1);
    log.add(session, 1, 11, 0, report(1, 11));
    reopen();

    assertThat(log.owed(log.session(A), 10)).containsOnlyKeys(12L);
    log.add(log.session(A), 2, 12, 0, report(2, 12));
    reopen();

    assertThat(log.session(A).isOwed()).isFalse();
  }

  @Test
  void shouldKeepMessagesWhereEpochWasFound() throws IOException {
    log.add(log.session(A), 1, 17, 0, "missed");
    log.epochFound(log.session(A), 3);
    reopen();

    assertThat(log.session(A).epoch()).isEqualTo(3);
    assertThat(log.session(A).nextSender()).isEqualTo(2);
    assertThat(messages(A, 1, 10)).containsExactly("missed");
  }

  @Test
  void shouldKeepNextSenderThatWasSet() throws IOException {
    log.nextSender(log.session(A), 50);
    reopen();

    assertThat(log.session(A).nextSender()).isEqualTo(50);
  }

  @Test
  void shouldKeepMessagesAfterNumbersWereSkipped() throws IOException {
    log.add(log.session(A), 1, 0, 0, "a1");
    log.nextSender(log.session(A), 500);
    log.add(log.session(A), 500, 0, 0, "a500");

    assertThat(messages(A, 1, 1000)).containsExactly("a1", "a500");
  }

  @Test
  void shouldKnowRequestsRefusedByHaltAfterReopen() throws IOException {
    assertThat(log.hasHaltedRequests()).isFalse();
    log.add(log.session(A), 1, 0, 7, "refusal of 7");
    log.add(log.session(A), 2, 0, 8, "refusal of 8");
    reopen();

    assertThat(log.hasHaltedRequests()).isTrue();
    assertThat(log.isHaltedRequest(A, 0, 6)).isFalse();
    assertThat(log.isHaltedRequest(A, 0, 7)).isTrue();
    assertThat(log.isHaltedRequest(A, 0, 8)).isTrue();
    assertThat(log.isHaltedRequest(A, 0, 9)).isFalse();
    assertThat(log.isHaltedRequest(A, 1, 7)).isFalse();
    assertThat(log.isHaltedRequest(B, 0, 7)).isFalse();
    assertThat(log.session(A).lastHaltedRequest()).isEqualTo(8);
  }

  @Test
  void shouldKeepRequestsRefusedByHaltApartFromThoseOfNewEpoch() throws IOException {
    log.add(log.session(A), 1, 0, 7, report(1, 0));
    log.newEpoch(log.session(A), 1);

    assertThat(log.isHaltedRequest(A, 0, 7)).isTrue();
    assertThat(log.isHaltedRequest(A, 1, 7)).isFalse();
    assertThat(log.session(A).lastHaltedRequest()).isZero();
  }

  @Test
  void shouldGoOnAtMarkAfterLossOfPower() throws IOException {
    log.add(log.session(A), 1, 17, 0, "report");
    log.commit();
    log.close();
    log = MessageLog.open(folder, SETTINGS, true, Storage.disk());

    assertThat(log.session(A).nextSender()).isEqualTo(2 + SenderMarks.BLOCK);
    assertThat(log.isEndUncertain()).isTrue();
    assertThat(log.session(B).nextSender()).isEqualTo(1);
  }

  @Test
  void shouldRefuseToGoOnWithoutMarksAfterLossOfPower() throws IOException {
    log.add(log.session(A), 1, 17, 0, "report");
    log.commit();
    log.close();
    Path lost = folder.resolve("marks-lost");
    Files.move(folder.resolve("marks"), lost);

    assertThatIOException()
        .isThrownBy(() -> MessageLog.open(folder, SETTINGS, true, Storage.disk()))
        .withMessageContaining("marks: has no mark of " + A)
        .withMessageContaining("restore the folder");
    log = MessageLog.open(folder, SETTINGS, false, Storage.disk());
    assertThat(log.session(A).nextSender()).isEqualTo(2);
  }

  @Test
  void shouldGoOnAtMarkWhereLogHasLostSession() throws IOException {
    log.newEpoch(log.session(A), 3);
    log.add(log.session(A), 1, 17, 0, "report");
    log.commit();
    log.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    log = MessageLog.open(folder, SETTINGS, true, Storage.disk());

    assertThat(log.session(A).nextSender()).isEqualTo(2 + SenderMarks.BLOCK);
    assertThat(log.session(A).epoch()).isEqualTo(3);
  }

  @Test
  void shouldRefuseLogWhoseEndIsMissing() throws IOException {
    for (int i = 1; i <= 5000; i++) {
      log.add(log.session(A), i, 0, 0, "message");
      if (i == 10) {
        log.commit();
        copy(folder, folder.resolve("early"));
      }
    }
    log.commit();
    copy(folder.resolve("marks"), folder.resolve("early").resolve("marks"));

    assertThatIOException()
        .isThrownBy(() -> MessageLog.open(folder.resolve("early"), SETTINGS, false, Storage.disk()))
        .withMessageContaining("its end is missing")
        .withMessageContaining("up to number 5000");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void reopen() throws IOException {
    log.commit();
    log.close();
    log = MessageLog.open(folder, SETTINGS, false, Storage.disk());
  }

  private static String report(int msgSeqNum, long execId) {
    String text = "8=FIX.4.4|9=50|35=8|34=%d|49=X|52=now|56=Y|17=%d|10=000|";
    return text.formatted(msgSeqNum, execId).replace('|', '\u0001');
  }

  private List<String> messages(String session, int first, int last) throws IOException {
    List<String> found = new ArrayList<>();
    log.messages(log.session(session), first, last, found);
    return found;
  }
}
