package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixWriterTest {
  private final FixWriter writer = new FixWriter();

  @BeforeEach
  void useBefore() {
    writer.field(58, "left from before");
    writer.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "1001, 2, 10.01",
    "1, 4, 0.0001",
    "0, 2, 0.00",
    "7, 0, 7",
    "-1, 2, -0.01",
    "1000000000000000, 9, 1000000.000000000",
    "9223372036854775807, 0, 9223372036854775807",
  })
  void shouldWriteDecimalWithAllPlaces(long value, int scale, String expected) {
    assertThat(writer.decimal(44, value, scale)).hasToString("44=" + expected + "\u0001");
  }

  @Test
  void shouldWriteFieldsInOrder() {
    writer.field(35, '8').field(34, 120).field(49, "BOURSE").field(11, view("X"));

    assertThat(writer).hasToString("35=8\u000134=120\u000149=BOURSE\u000111=X\u0001");
  }

  @Test
  void shouldLeaveOutEmptyOptional() {
    assertThat(writer.optional(58, view(""))).hasToString("");
  }

  @Test
  void shouldWriteTimeToMillisecond() {
    long nanos = Instant.parse("2026-01-05T09:08:07.006Z").toEpochMilli() * 1_000_000;

    assertThat(writer.time(60, nanos).time(60, nanos + 1_994_999_999L))
        .hasToString("60=20260105-09:08:07.006\u000160=20260105-09:08:09.000\u0001");
  }

  @Test
  void shouldGrow() {
    String text = "\u00e9".repeat(100_000);

    assertThat(writer.field(58, text)).hasToString("58=" + text + "\u0001");
    assertThat(writer.length()).isEqualTo(100_004);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "9", "10", "2147483647", "-5"})
  void shouldWriteNumber(long number) {
    assertThat(writer.field(34, number)).hasToString("34=" + number + "\u0001");
  }

  @Test
  void shouldAppendFieldsOfAnother() {
    FixWriter other = new FixWriter().field(1, "A");

    assertThat(writer.field(11, "X").append(other)).hasToString("11=X\u00011=A\u0001");
  }

  private static UnsafeBuffer view(String text) {
    return new UnsafeBuffer(text.getBytes(ISO_8859_1));
  }
}
