package org.bourse.exchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  private static final String SALT = "Ym91cnNlIGRlbW8gMDAwMQ==";
  private static final String HASH = "qreGAUcCn0b99jXVTh3dU1z8DAcr26KgSNApCi1mCrY=";

  @Test
  void shouldKnowItsPasswordAndNoOther() {
    PasswordHash hash = PasswordHash.of("right horse", 10_000);

    assertThat(hash.matches("right horse")).isTrue();
    assertThat(hash.matches("right horsf")).isFalse();
    assertThat(hash.matches("")).isFalse();
  }

  @Test
  void shouldBeTheSameOnceWrittenAndRead() {
    PasswordHash hash = PasswordHash.of("right horse", 10_000);

    assertThat(PasswordHash.parse(hash.text())).isEqualTo(hash).hasSameHashCodeAs(hash);
    assertThat(hash.text()).startsWith("pbkdf2-sha256$10000$");
    assertThat(hash).doesNotHaveToString(hash.text());
  }

  /** Python: hashlib.pbkdf2_hmac("sha256", b"broker1", b"bourse demo 0001", 10000). */
  @Test
  void shouldCheckWhatOthersHaveHashed() {
    PasswordHash hash = parse("pbkdf2-sha256$10000$" + SALT + "$" + HASH);

    assertThat(hash.matches("broker1")).isTrue();
    assertThat(hash.isDemo()).isTrue();
    assertThat(PasswordHash.of("broker1", 10_000).isDemo()).isFalse();
  }

  @Test
  void shouldSaltEachHash() {
    assertThat(PasswordHash.of("same", 10_000)).isNotEqualTo(PasswordHash.of("same", 10_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "pbkdf2-sha256$9999$" + SALT + "$" + HASH,
        "pbkdf2-sha256$10000001$" + SALT + "$" + HASH,
        "pbkdf2-sha256$10000$AAAA$" + HASH,
        "pbkdf2-sha256$10000$" + SALT + "$AAAA",
        "pbkdf2-sha256$10000$" + SALT + "$=" + HASH,
        "pbkdf2-sha1$10000$" + SALT + "$" + HASH,
        "pbkdf2-sha256$10000$" + SALT + "$" + HASH + "$",
      })
  void shouldNotReadWhatIsNone(String text) {
    assertThat(PasswordHash.parse(text)).isNull();
  }

  private static PasswordHash parse(String text) {
    return Objects.requireNonNull(PasswordHash.parse(text));
  }
}
