package org.bourse.exchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, 127.1.2.3, true",
    "127.0.0.0/8, 128.0.0.1, false",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "10.1.2.128/25, 10.1.2.255, true",
    "10.1.2.128/25, 10.1.2.127, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "::1, ::1, true",
    "::/0, 10.0.0.1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "::ffff:10.0.0.1, 10.0.0.1, true",
  })
  void shouldContainWhatBeginsWithItsBits(String range, String address, boolean contained)
      throws Exception {
    assertThat(
            Objects.requireNonNull(AddressRange.parse(range))
                .contains(InetAddress.getByName(address)))
        .isEqualTo(contained);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "localhost", "10.0.0", "10.0.0.256", "010.0.0.1", "10.0.0.0/33", "10.0.0.0/-1",
        "10.0.0.1/8", "10.0.0.0/", "10.0.0.0/08", "::1/129", "1::2::3", "::1%lo", "[::1]", ":",
        "2001:db8::1/32", "1.2.3.4:80", "abcd", "::g"
      })
  void shouldNotTakeWhatIsNoRange(String text) {
    assertThat(AddressRange.parse(text)).isNull();
  }
}
