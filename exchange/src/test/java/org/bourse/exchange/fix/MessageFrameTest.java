package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessageFrameTest {
  private static final String MESSAGE = "8=FIX.4.4|9=19|35=0|34=7|112=PING|".replace('|', '\1');

  @Test
  void shouldFindNothingWrongWithAWholeMessage() {
    assertThat(MessageFrame.fault(whole(), 7)).isNull();
  }

  @Test
  void shouldFindThatACharacterIsAnother() {
    assertThat(MessageFrame.fault(whole().replace("PING", "PONG"), 7))
        .isEqualTo("CheckSum(10) does not fit");
  }

  @Test
  void shouldWriteDigitsThatFixKnowsInAnyLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
      assertThat(MessageFrame.trailer(MESSAGE, MESSAGE.length())).isEqualTo("10=" + sum() + "\1");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String whole() {
    return MESSAGE + "10=" + sum() + "\1";
  }

  private static String sum() {
    int sum = MESSAGE.chars().sum() % 256;
    return "" + sum / 100 + sum / 10 % 10 + sum % 10;
  }
}
