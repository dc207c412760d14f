package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Clients that cost more than they should, beside one that trades. */
class HostileClientTest extends OneExchange {
  private static final int ENOUGH = 64 << 20;

  @Test
  void shouldCutConnectionThatNeverEndsItsMessage() throws Exception {
    try (RawClient endless = RawClient.connect(exchange.port(), "BROKER3")) {
      endless.sendBytes("8=FIX.4.4\u00019=2000000000\u0001".getBytes(ISO_8859_1));

      assertThat(isCutWithin(endless, "x".repeat(65_536).getBytes(ISO_8859_1), ENOUGH)).isTrue();
    }
    rest(broker1, limit("X", BUY, 10, "9.99"));
  }

  @Test
  void shouldCutStrangerThatSendsMoreThanALogon() throws Exception {
    exchange.stop();
    Path file = exchange.data().resolveSibling("config").resolve("fix.cfg");
    Files.writeString(file, Files.readString(file).replace("LogonTimeout=3", "LogonTimeout=60"));
    exchange.start();
    try (RawClient stranger = RawClient.connect(exchange.port(), "BROKER3")) {
      String begun = "8=FIX.4.4\u00019=900000\u000135=A\u000158=" + "x".repeat(32_768);
      stranger.sendBytes(begun.getBytes(ISO_8859_1));

      assertThat(stranger.isDropped()).isTrue();
    }
  }

  @Test
  void shouldStayOpenOverManyMessagesOfAnyTotalLength() throws Exception {
    String text = "|58=" + "t".repeat(8_000);
    for (int i = 0; i < 300; i++) {
      assertThat(broker1.ask(limit("X" + i, BUY, 10, "9.99") + text).get(150)).isEqualTo("0");
    }
  }

  @Test
  void shouldCutClientThatLeavesItsAnswersUnread() throws Exception {
    try (RawClient deaf = RawClient.loggedOn(exchange.port(), "BROKER3")) {
      byte[] question = new byte[0];
      boolean cut = false;
      for (int i = 0; i < 1_500 && !cut; i++) {
        question =
            WireText.framed(deaf.fields(deaf.nextOut(), "35=1|112=" + "q".repeat(200_000), ""));
        deaf.from(deaf.nextOut() + 1);
        cut = isCutWithin(deaf, question, question.length);
      }
      assertThat(cut).isTrue();
    }
    rest(broker1, limit("X", BUY, 10, "9.99"));
  }

  @Test
  void shouldAnswerLogonThatResetsBeforeAnyReport() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> fills = CompletableFuture.runAsync(() -> trade(done));
    try (RawClient owner = RawClient.loggedOn(exchange.port(), "BROKER3")) {
      for (int i = 0; i < 400; i++) {
        owner.send(limit("R" + i, BUY, 10, "9.99"));
      }
      for (int i = 0; i < 10; i++) {
        owner.from(1).send("35=A|98=0|108=30|141=Y");
        FixText answer = owner.receive();
        while (!answer.get(35).equals("A")) {
          answer = owner.receive();
        }
        assertThat(answer.only(34, 141)).isEqualTo("34=1|141=Y");
      }
    } finally {
      done.set(true);
      fills.join();
    }
  }

  /** Hits what rests, so that its owner is sent reports all the time. */
  private void trade(AtomicBoolean done) {
    try {
      for (int i = 0; !done.get(); i++) {
        broker2.ask(limit("S" + i, SELL, 1, "9.99"));
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends the same bytes until the other side closes, or so many have gone. */
  private static boolean isCutWithin(RawClient client, byte[] bytes, int atMost) {
    try {
      for (int sent = 0; sent < atMost; sent += bytes.length) {
        client.sendBytes(bytes);
      }
      return false;
    } catch (IOException closed) {
      return true;
    }
  }
}
