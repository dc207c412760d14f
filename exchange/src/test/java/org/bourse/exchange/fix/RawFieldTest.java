package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawFieldTest {
  @Test
  void shouldFindAField() {
    assertThat(value("8=FIX.4.4|35=A|553=trader|", 553)).isEqualTo("trader");
  }

  @Test
  void shouldNotTakeTheEndOfAnotherTagForIt() {
    assertThat(value("8=FIX.4.4|153=other|53=this|", 53)).isEqualTo("this");
  }

  @Test
  void shouldFindNothingWhereTheFieldIsNotEnded() {
    assertThat(value("8=FIX.4.4|35=A|553=tra", 553)).isEmpty();
  }

  @Test
  void shouldFindNothingWhereThereIsNoSuchField() {
    assertThat(value("8=FIX.4.4|35=A|", 553)).isEmpty();
  }

  private static String value(String message, int tag) {
    return RawField.value(message.replace('|', FixFrame.SOH), tag);
  }
}
