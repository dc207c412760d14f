package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quickfix.DataDictionary;
import quickfix.Message;
import quickfix.SessionID;

/** BodyLength and CheckSum, as QuickFIX/J's own parser sees them. */
class FixFrameTest {
  private static final String NOW = "20260105-09:08:07.006";
  private static final CompIds IDS = CompIds.of(new SessionID("FIX.4.4", "BOURSE", "BROKER1"));

  private final FixFrame frame = new FixFrame();

  @Test
  void shouldPutHeaderAndTrailerAround() {
    FixWriter body = new FixWriter().field(112, "hello");

    assertThat(FixText.of(frame.frame("0", 7, IDS, NOW, 0, false, body).toString()).toString())
        .isEqualTo("8=FIX.4.4|9=66|35=0|34=7|49=BOURSE|52=" + NOW + "|56=BROKER1|112=hello|10=136");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 60, 100, 900, 1000, 10_000, 100_000})
  void shouldBeReadByQuickFix(int length) throws Exception {
    DataDictionary dictionary = new DataDictionary("FIX44.xml");
    SplittableRandom random = new SplittableRandom(length);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(
          (char) (random.nextBoolean() ? random.nextInt(32, 127) : random.nextInt(160, 256)));
    }
    FixWriter body = new FixWriter().field(58, text.toString());

    Message message =
        new Message(
            frame.frame("B", 2_147_483_647, IDS, NOW, 12, false, body).toString(),
            dictionary,
            true);

    assertThat(message.getString(58)).isEqualTo(text.toString());
    assertThat(message.getHeader().getInt(34)).isEqualTo(Integer.MAX_VALUE);
    assertThat(message.getHeader().getInt(369)).isEqualTo(12);
  }

  @Test
  void shouldWriteSubAndLocationIds() {
    CompIds ids =
        CompIds.of(new SessionID("FIX.4.4", "BOURSE", "desk", "LDN", "BROKER1", "bk", "NYC", ""));

    assertThat(
            FixText.of(frame.frame("0", 1, ids, NOW, 0, false, new FixWriter()).toString())
                .only(49, 50, 142, 56, 57, 143))
        .isEqualTo("49=BOURSE|50=desk|142=LDN|56=BROKER1|57=bk|143=NYC");
  }

  @Test
  void shouldSayThatClientMayKnowIt() {
    assertThat(
            FixText.of(frame.frame("8", 1, IDS, NOW, 0, true, new FixWriter()).toString()).only(97))
        .isEqualTo("97=Y");
  }
}
