package org.bourse.exchange.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HashStreamTest {
  private static final byte[] BYTES = new byte[1_003];

  static {
    new SplittableRandom(3).nextBytes(BYTES);
  }

  @Test
  void shouldNotDependOnHowWritesAreCut() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 1_000; round++) {
      HashStream cut = new HashStream();
      int at = 0;
      while (at < BYTES.length) {
        int length = Math.min(BYTES.length - at, random.nextInt(40));
        switch (random.nextInt(3)) {
          case 0 -> cut.write(BYTES[at++]);
          case 1 -> at = writeLong(cut, at);
          default -> {
            cut.write(BYTES, at, length);
            at += length;
          }
        }
      }
      assertThat(cut.value()).isEqualTo(hashOf(BYTES));
    }
  }

  @Test
  void shouldDifferForEachBitAndLength() {
    Set<Long> values = new HashSet<>();
    for (int bit = 0; bit < BYTES.length * 8; bit++) {
      byte[] other = BYTES.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      values.add(hashOf(other));
    }
    for (int length = 0; length < 100; length++) {
      values.add(hashOf(new byte[length]));
    }
    assertThat(values).hasSize(BYTES.length * 8 + 100).doesNotContain(hashOf(BYTES));
  }

  @Test
  void shouldBeTheSameOnEveryMachine() {
    assertThat(hashOf("a state that is hashed".getBytes(UTF_8)))
        .isEqualTo(3_680_600_132_028_986_890L);
  }

  private static int writeLong(HashStream hash, int at) {
    if (at + Long.BYTES > BYTES.length) {
      return at;
    }
    hash.writeLong(ByteBuffer.wrap(BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong(at));
    return at + Long.BYTES;
  }

  private static long hashOf(byte[] bytes) {
    HashStream hash = new HashStream();
    hash.write(bytes, 0, bytes.length);
    return hash.value();
  }
}
