package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "10.01, 2, 1001",
    "10.010, 2, 1001",
    "0010.01, 2, 1001",
    "10, 2, 1000",
    "10., 2, 1000",
    ".5, 2, 50",
    "0.29, 2, 29",
    "0.0001, 4, 1",
    "0.001, 3, 1",
    "0, 9, 0",
    "-0, 9, 0",
    "-0.00, 2, 0",
    "7, 0, 7",
    "7.000, 0, 7",
    "900000000, 9, 900000000000000000",
  })
  void shouldScaleExactly(String text, int scale, long expected) {
    assertThat(Decimals.scaled(text, scale)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "-.",
        "+5",
        "1e9",
        "1E9",
        "NaN",
        "Infinity",
        "--1",
        "1-",
        "1.0.0",
        "0x10",
        " 5",
        "5 ",
        "1,000",
        "\u0661",
        "ten",
        "\u00b2"
      })
  void shouldNotReadWhatIsNoNumber(String text) {
    assertThat(Decimals.isNumber(text)).isFalse();
    assertThat(Decimals.scaled(text, 2)).isEqualTo(Decimals.NOT_A_NUMBER);
  }

  @ParameterizedTest
  @CsvSource({"10.015, 2", "0.001, 2", "0.5, 0", "0.0000000001, 9"})
  void shouldTellWhatIsTooFine(String text, int scale) {
    assertThat(Decimals.scaled(text, scale)).isEqualTo(Decimals.TOO_FINE);
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 0",
    "18446744073709551626, 0",
    "99999999999999999999, 2",
    "10000000000, 9",
    "99999999999999999999.999, 2",
  })
  void shouldTellWhatIsTooLarge(String text, int scale) {
    assertThat(Decimals.scaled(text, scale)).isEqualTo(Decimals.TOO_LARGE);
  }

  @Test
  void shouldTellThousandDigitsTooLarge() {
    assertThat(Decimals.scaled("9".repeat(1000), 2)).isEqualTo(Decimals.TOO_LARGE);
  }

  @Test
  void shouldReadThousandLeadingZeros() {
    assertThat(Decimals.scaled("0".repeat(1000) + "1.5", 1)).isEqualTo(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-0.001", "-99999999999999999999", "-10000000000.5"})
  void shouldGiveNegativeForNegative(String text) {
    assertThat(Decimals.scaled(text, 2)).isNegative().isGreaterThan(Decimals.TOO_FINE);
  }

  @Test
  void shouldAgreeWithBigDecimal() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      int scale = random.nextInt(10);
      BigDecimal number = BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000L), scale);

      assertThat(Decimals.scaled(number.toPlainString(), scale))
          .isEqualTo(number.unscaledValue().longValueExact());
    }
  }
}
