package org.bourse.client.scenario.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawMessageTest {
  private static final SessionId ID = new SessionId("A", "localhost", 1, "ME", "YOU");

  @Test
  void shouldComputeWhatIsAuto() {
    assertThat(bytes("8=FIX.4.4|9=auto|35=0|49=auto|56=auto|34=auto|52=auto|60=auto|10=auto"))
        .isEqualTo("8=FIX.4.4|9=37|35=0|49=ME|56=YOU|34=7|52=now|60=now|10=136|");
  }

  @Test
  void shouldLeaveEverythingElse() {
    assertThat(bytes("8=FIX.9|9=1|35=|nonsense||34=3|10=999"))
        .isEqualTo("8=FIX.9|9=1|35=|nonsense||34=3|10=999|");
  }

  @Test
  void shouldAddNothingToHalfAMessage() {
    assertThat(bytes("8=FIX.4.4|9=auto|35=0")).isEqualTo("8=FIX.4.4|9=4|35=0");
  }

  @Test
  void shouldBeSoundWhereLengthAndSumAreAuto() {
    byte[] bytes = new RawMessage("8=FIX.4.4|9=auto|35=D|58=é|10=auto").bytes(ID, 7, "now");

    assertThat(Frames.fault(bytes)).isNull();
  }

  private static String bytes(String text) {
    return new String(new RawMessage(text).bytes(ID, 7, "now"), StandardCharsets.UTF_8)
        .replace('\001', '|');
  }
}
