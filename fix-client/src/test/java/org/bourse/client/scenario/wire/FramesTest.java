package org.bourse.client.scenario.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {
  private static final String SOUND = "8=FIX.4.4|9=5|35=0|10=163|";

  private final Frames frames = new Frames();

  @Test
  void shouldCutMessagesThatComeInPieces() {
    List<String> cut = new ArrayList<>();
    for (int i = 0; i < 2 * SOUND.length(); i++) {
      add(String.valueOf(SOUND.charAt(i % SOUND.length())));
      cut.addAll(faults());
    }

    assertThat(cut).containsExactly("sound", "sound");
  }

  @Test
  void shouldCutSeveralThatComeAtOnce() {
    add(SOUND + SOUND);

    assertThat(faults()).containsExactly("sound", "sound");
  }

  @Test
  void shouldTellWrongCheckSum() {
    add("8=FIX.4.4|9=5|35=0|10=000|");

    assertThat(faults()).containsExactly("CheckSum(10) is 000, but its bytes give 163");
  }

  @Test
  void shouldTellWrongBodyLengthAndGoOnBehindIt() {
    add("8=FIX.4.4|9=500|35=0|10=163|" + SOUND);

    assertThat(faults()).containsExactly("BodyLength(9) is 500, but its body has 5 bytes", "sound");
  }

  @Test
  void shouldTellBytesThatAreNoMessage() {
    add("hello|10=1|");

    assertThat(faults()).containsExactly("no BeginString(8) and BodyLength(9) at its start");
  }

  private void add(String text) {
    byte[] bytes = text.replace('|', '\001').getBytes(StandardCharsets.US_ASCII);
    frames.add(bytes, bytes.length);
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
      faults.add(frame.fault() == null ? "sound" : frame.fault());
    }
    return faults;
  }
}
