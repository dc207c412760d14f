package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.bourse.exchange.journal.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCompactionTest {
  private static final int RETAINED = 50;
  private static final MessageLogSettings SETTINGS =
      new MessageLogSettings(8 << 10, RETAINED, false, OptionalLong.empty());
  private static final String BUSY = "FIX.4.4:BOURSE->BUSY";
  private static final String IDLE = "FIX.4.4:BOURSE->IDLE";

  private Path folder;
  private MessageLog log;
  private long eventSeq;

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
  void shouldLeaveShortLogAlone() throws IOException {
    send(BUSY, 10);

    assertThat(log.compact()).isFalse();
    assertThat(texts(BUSY, 1, 10)).hasSize(10);
  }

  @Test
  void shouldKeepLastMessagesOfEachSession() throws IOException {
    send(IDLE, 20);
    send(BUSY, 1000);
    deliverAll();

    assertThat(log.compact()).isTrue();
    assertThat(texts(IDLE, 1, 20)).isEqualTo(expected(IDLE, 1, 20));
    assertThat(texts(BUSY, 951, 1000)).isEqualTo(expected(BUSY, 951, 1000));
    reopen();

    assertThat(texts(IDLE, 1, 20)).isEqualTo(expected(IDLE, 1, 20));
    assertThat(texts(BUSY, 951, 1000)).isEqualTo(expected(BUSY, 951, 1000));
    int skipped = log.isEndUncertain() ? SenderMarks.BLOCK : 0; // where the last segment is full
    assertThat(log.session(BUSY).nextSender()).isEqualTo(1001 + skipped);
    assertThat(log.session(IDLE).nextSender()).isEqualTo(21 + skipped);
    assertThat(log.cursor()).isEqualTo(eventSeq);
  }

  @Test
  void shouldKeepWhatClientMayNotHave() throws IOException {
    send(IDLE, 200);
    send(BUSY, 5);
    log.delivered(log.session(IDLE), 30, 200);
    for (int i = 0; i < 20; i++) {
      send(BUSY, 100);
      log.delivered(log.session(BUSY), log.session(BUSY).nextSender() - 1, SessionRecord.ALL);
      log.compact();
    }
    reopen();

    assertThat(texts(IDLE, 31, 200)).isEqualTo(expected(IDLE, 31, 200));
  }

  @Test
  void shouldKeepWhatWaitsForNumberAndWhatHaltsRefused() throws IOException {
    SessionRecord idle = log.session(IDLE);
    send(IDLE, 3);
    log.add(idle, 4, 0, 77, text(IDLE, 4));
    log.newEpoch(idle, 1);
    log.keep(idle, ++eventSeq, true, new KeptReport("8", true, "17=late\u0001").text());
    for (int i = 0; i < 20; i++) {
      send(BUSY, 100);
      deliver(BUSY);
      log.compact();
      reopen();
    }

    assertThat(log.owed(log.session(IDLE), 10).values())
        .extracting(KeptReport::body)
        .containsExactly("58=x1\u0001", "58=x2\u0001", "58=x3\u0001", "17=late\u0001");
    assertThat(log.session(IDLE).epoch()).isEqualTo(1);
    assertThat(log.isHaltedRequest(IDLE, 0, 77)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldSayTheSameBesideThoseThatWrite(long seed) throws Exception {
    Random random = new Random(seed);
    Thread compaction =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 200; i++) {
                  log.compact();
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    compaction.start();
    while (compaction.isAlive()) {
      String session = random.nextInt(10) == 0 ? IDLE : BUSY;
      send(session, random.nextInt(20));
      deliver(session);
      int last = log.session(session).nextSender() - 1;
      int first = Math.max(1, last - RETAINED + 1);
      assertThat(texts(session, first, last))
          .as("seed %s", seed)
          .isEqualTo(expected(session, first, last));
    }
    compaction.join();
  }

  private void send(String name, int count) throws IOException {
    SessionRecord session = log.session(name);
    for (int i = 0; i < count; i++) {
      int msgSeqNum = session.nextSender();
      log.add(session, msgSeqNum, ++eventSeq, 0, text(name, msgSeqNum));
    }
    log.commit();
  }

  private void deliverAll() throws IOException {
    deliver(BUSY);
    deliver(IDLE);
  }

  private void deliver(String name) throws IOException {
    SessionRecord session = log.session(name);
    log.delivered(session, session.nextSender() - 1, SessionRecord.ALL);
  }

  private static String text(String name, int msgSeqNum) {
    return "35=8\u000134="
        + msgSeqNum
        + "\u000149="
        + name
        + "\u000158=x"
        + msgSeqNum
        + "\u000110=000\u0001";
  }

  private static List<String> expected(String name, int first, int last) {
    List<String> texts = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      texts.add(text(name, i));
    }
    return texts;
  }

  private List<String> texts(String name, int first, int last) throws IOException {
    List<String> texts = new ArrayList<>();
    log.messages(log.session(name), first, last, texts);
    return texts;
  }

  private void reopen() throws IOException {
    log.commit();
    log.close();
    log = MessageLog.open(folder, SETTINGS, false, Storage.disk());
  }
}
