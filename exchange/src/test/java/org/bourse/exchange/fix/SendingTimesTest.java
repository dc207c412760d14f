package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quickfix.UtcTimestampPrecision;
import quickfix.field.converter.UtcTimestampConverter;

class SendingTimesTest {

  @ParameterizedTest
  @EnumSource(UtcTimestampPrecision.class)
  void shouldWriteTimesAsQuickFixDoes(UtcTimestampPrecision precision) {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 1000; i++) {
      LocalDateTime time =
          LocalDateTime.ofEpochSecond(
              random.nextLong(4_102_444_800L), random.nextInt(1_000_000_000), ZoneOffset.UTC);

      assertThat(SendingTimes.text(time, precision))
          .isEqualTo(UtcTimestampConverter.convert(time, precision));
    }
  }

  @Test
  void shouldPadWithZeros() {
    assertThat(
            SendingTimes.text(
                LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6_999_999), UtcTimestampPrecision.MILLIS))
        .isEqualTo("20260102-03:04:05.006");
  }
}
