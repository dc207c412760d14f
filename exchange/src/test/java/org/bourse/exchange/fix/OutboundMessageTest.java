package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.UtcTimestampPrecision;

/** The one message that is filled again and again, as a session of QuickFIX/J treats it. */
class OutboundMessageTest {
  private static final CompIds IDS = CompIds.of(new SessionID("FIX.4.4", "BOURSE", "BROKER1"));

  private final OutboundMessage message = new OutboundMessage();

  @Test
  void shouldTakeNumberAndTimeFromSession() {
    fill("8", 37, "NONE");
    number(12, 0);

    assertThat(FixText.of(message.toString()).only(35, 34, 49, 52, 56, 369, 37))
        .isEqualTo("35=8|34=12|49=BOURSE|52=20260105-09:08:07.006|56=BROKER1|37=NONE");
  }

  @Test
  void shouldTakeLastProcessedNumberWhereSessionTellsIt() {
    fill("8", 37, "NONE");
    number(12, 11);

    assertThat(FixText.of(message.toString()).only(34, 369)).isEqualTo("34=12|369=11");
  }

  @Test
  void shouldForgetWhatItWasBefore() throws Exception {
    fill("8", 37, "first");
    number(12, 11);
    assertThat(message.toString()).contains("37=first");
    fill("9", 37, "second");
    number(13, 0);

    Message read = new Message(message.toString(), true);
    assertThat(read.getHeader().getString(35)).isEqualTo("9");
    assertThat(read.getHeader().isSetField(369)).isFalse();
    assertThat(read.getString(37)).isEqualTo("second");
  }

  @Test
  void shouldSayThatItHasItsNumberBeforeItIsStored() {
    List<String> calls = new ArrayList<>();
    message.fill("8", IDS, new FixWriter().field(37, "NONE"), false, () -> calls.add("numbered"));
    number(12, 0);
    calls.add(message.toString().substring(0, 9));

    assertThat(calls).containsExactly("numbered", "8=FIX.4.4");
  }

  @Test
  void shouldBeSessionMessageOnlyAsReject() {
    fill("3", 45, "7");
    assertThat(message.isAdmin()).isTrue();
    fill("8", 37, "NONE");
    assertThat(message.isAdmin()).isFalse();
  }

  private void fill(String msgType, int tag, String value) {
    message.fill(msgType, IDS, new FixWriter().field(tag, value), false, () -> {});
  }

  private void number(int msgSeqNum, int lastProcessed) {
    Message.Header header = message.getHeader();
    header.setInt(34, msgSeqNum);
    if (lastProcessed > 0) {
      header.setInt(369, lastProcessed);
    }
    header.setUtcTimeStamp(
        52, LocalDateTime.of(2026, 1, 5, 9, 8, 7, 6_000_000), UtcTimestampPrecision.MILLIS);
  }
}
