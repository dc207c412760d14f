package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.journal.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageLogTest {
  private static final String A = "FIX.4.4:BOURSE->A";
  private static final String B = "FIX.4.4:BOURSE->B";

  private Path folder;
  private MessageLog log;

  @BeforeEach
  void open(@TempDir Path temp) throws IOException {
    folder = temp;
    log = MessageLog.open(folder, 1 << 20, Storage.disk());
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
    log.add(log.session(A), 1, 17, 0, "before");
    log.newEpoch(log.session(A), 1);
    reopen();

    assertThat(log.session(A).nextSender()).isEqualTo(1);
    assertThat(log.session(A).epoch()).isEqualTo(1);
    assertThat(log.session(A).lastEventSeq()).isEqualTo(17);
    assertThat(messages(A, 1, 10)).isEmpty();
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
    log.add(log.session(A), 1, 0, 7, "refusal of 7");
    log.newEpoch(log.session(A), 1);

    assertThat(log.isHaltedRequest(A, 0, 7)).isTrue();
    assertThat(log.isHaltedRequest(A, 1, 7)).isFalse();
    assertThat(log.session(A).lastHaltedRequest()).isZero();
  }

  private void reopen() throws IOException {
    log.commit();
    log.close();
    log = MessageLog.open(folder, 1 << 20, Storage.disk());
  }

  private List<String> messages(String session, int first, int last) throws IOException {
    List<String> found = new ArrayList<>();
    log.messages(log.session(session), first, last, found);
    return found;
  }
}
