package org.bourse.client.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ScreenTest {

  private static final String OTHER_SCREEN = "\033[?1049h";
  private static final String FIRST_SCREEN = "\033[?1049l";

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private PipedOutputStream keys;
  private Terminal terminal;

  @BeforeEach
  void open() throws Exception {
    keys = new PipedOutputStream();
    terminal =
        TerminalBuilder.builder()
            .system(false)
            .type("xterm")
            .size(Size.of(40, 5))
            .streams(new PipedInputStream(keys), written)
            .build();
  }

  @AfterEach
  void close() throws Exception {
    terminal.close();
  }

  @Test
  void shouldPaintOnAnotherScreen() throws Exception {
    try (Screen screen = new Screen(terminal)) {
      assertThat(screen.picture()).isEqualTo(new Picture(40, 5));
      screen.show(List.of(new AttributedString("10.00 < | > 10.02")));

      await().until(() -> text().contains("10.00 < | > 10.02"));
      assertThat(text()).contains(OTHER_SCREEN).doesNotContain(FIRST_SCREEN);
    }
  }

  @Test
  void shouldGoBackToTheFirstScreen() throws Exception {
    Attributes echoing = terminal.getAttributes();
    echoing.setLocalFlag(LocalFlag.ECHO, true);
    terminal.setAttributes(echoing);
    Screen screen = new Screen(terminal);
    assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO)).isFalse();
    screen.close();

    assertThat(text()).containsSubsequence(OTHER_SCREEN, FIRST_SCREEN);
  }

  @Test
  void shouldTellOfEachKey() throws Exception {
    Queue<Integer> pressed = new ConcurrentLinkedQueue<>();
    try (Screen screen = new Screen(terminal)) {
      screen.onKey(pressed::add);
      keys.write('n');
      keys.write('q');
      keys.flush();

      await().until(() -> pressed.size() == 2);
      assertThat(pressed).containsExactly((int) 'n', (int) 'q');
    }
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
