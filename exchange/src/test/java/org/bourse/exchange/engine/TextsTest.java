package org.bourse.exchange.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class TextsTest {
  /** More than three chunks, and many times what was expected. */
  private static final int MANY = 30_000;

  private final Texts texts = new Texts(4);

  @Test
  void shouldFindATextInItsScopeOnly() {
    int ref = texts.add(3, text("A"), 77);

    assertThat(texts.find(3, text("A"))).isEqualTo(ref);
    assertThat(texts.find(4, text("A"))).isZero();
    assertThat(texts.find(3, text("B"))).isZero();
    assertThat(texts.orderId(ref)).isEqualTo(77);
  }

  @Test
  void shouldInternATextOnce() {
    assertThat(texts.intern(1, text("ACC"))).isEqualTo(texts.intern(1, text("ACC")));
  }

  @Test
  void shouldKnowTheEmptyTextAsNothing() {
    assertThat(texts.intern(1, text(""))).isZero();
    assertThat(view(texts, 0)).isEmpty();
  }

  @Test
  void shouldTellTextsApartThatDifferInLengthOnly() {
    int shorter = texts.add(1, text("\0"), 1);
    int longer = texts.add(1, text("\0\0"), 2);

    assertThat(texts.find(1, text("\0"))).isEqualTo(shorter);
    assertThat(texts.find(1, text("\0\0"))).isEqualTo(longer);
  }

  @Test
  void shouldKeepTextsOfAllLengthsOverManyChunks() {
    fill(texts);

    check(texts);
  }

  @Test
  void shouldKnowTheSameTextsWhenTheyAreLoaded() throws IOException {
    fill(texts);
    Texts loaded = reloaded(texts);

    check(loaded);
    assertThat(bytes(loaded)).isEqualTo(bytes(texts));
  }

  @Test
  void shouldGoOnAfterALoadAsWithoutIt() throws IOException {
    fill(texts);
    Texts loaded = reloaded(texts);

    assertThat(loaded.add(1, text("next"), 5)).isEqualTo(texts.add(1, text("next"), 5));
    assertThat(bytes(loaded)).isEqualTo(bytes(texts));
  }

  /** Chunk ends with each number of units left are met: lengths are random. */
  private static void fill(Texts texts) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 1; i <= MANY; i++) {
      texts.add(i % 7, numbered(i, random), i);
    }
  }

  private static void check(Texts texts) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 1; i <= MANY; i++) {
      UnsafeBuffer text = numbered(i, random);
      int ref = texts.find(i % 7, text);
      assertThat(texts.orderId(ref)).isEqualTo(i);
      assertThat(view(texts, ref)).isEqualTo(text.getStringWithoutLengthAscii(0, text.capacity()));
    }
  }

  private static UnsafeBuffer numbered(int i, SplittableRandom random) {
    return text(i + "x".repeat(random.nextInt(250)));
  }

  private static Texts reloaded(Texts texts) throws IOException {
    Texts loaded = new Texts(4);
    loaded.load(new StateReader(new ByteArrayInputStream(bytes(texts))));
    return loaded;
  }

  private static byte[] bytes(Texts texts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StateWriter to = new StateWriter(out);
    texts.save(to);
    to.flush();
    return out.toByteArray();
  }

  private static String view(Texts texts, int ref) {
    UnsafeBuffer view = new UnsafeBuffer(0, 0);
    texts.view(ref, view);
    return view.getStringWithoutLengthAscii(0, view.capacity());
  }

  private static UnsafeBuffer text(String text) {
    return new UnsafeBuffer(text.getBytes(ISO_8859_1));
  }
}
