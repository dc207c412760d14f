package org.bourse.client.marketdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntConsumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/** The terminal as long as it is ours: another screen, no echo, keys as they are pressed. */
final class Screen implements AutoCloseable {

  private static final long KEY_MILLIS = 100;

  private final Terminal terminal;
  private final Attributes before;
  private final Display display;
  private Size size = Size.of(1, 1);
  private volatile boolean closed;

  /**
   * Takes over.
   *
   * @param terminal closed with this screen
   */
  Screen(Terminal terminal) {
    this.terminal = terminal;
    this.before = terminal.enterRawMode();
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    terminal.flush();
    this.display = new Display(terminal, true);
  }

  /** The process's own, null where it has none, or one that can't be painted on. */
  static @Nullable Terminal terminal() {
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .system(true)
              .systemOutput(SystemOutput.SysOut)
              .dumb(true)
              .nativeSignals(false)
              .graphemeCluster(false)
              .build();
      if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)
          && terminal.getStringCapability(Capability.cursor_address) != null) {
        return terminal;
      }
      terminal.close();
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Calls back, on a thread of its own, for each key until the screen is closed. */
  void onKey(IntConsumer pressed) {
    Thread keys = new Thread(() -> readKeys(pressed), "keys");
    keys.setDaemon(true);
    keys.start();
  }

  private void readKeys(IntConsumer pressed) {
    NonBlockingReader reader = terminal.reader();
    try {
      int key = NonBlockingReader.READ_EXPIRED;
      while (!closed && key != NonBlockingReader.EOF) {
        key = reader.read(KEY_MILLIS);
        if (key >= 0) {
          pressed.accept(key);
        }
      }
    } catch (IOException e) {
      if (!closed) {
        throw new UncheckedIOException("the keyboard cannot be read", e);
      }
    }
  }

  /** What fits on the terminal as it is now. */
  Picture picture() {
    Size now = terminal.getSize();
    if (now.getRows() <= 0 || now.getColumns() <= 0) {
      now = Size.of(80, 24);
    }
    if (!now.equals(size)) {
      size = now;
      display.clear();
      display.resize(now);
      terminal.puts(Capability.clear_screen);
    }
    return new Picture(size.getColumns(), size.getRows());
  }

  /** Writes what has changed since the last time. */
  void show(List<AttributedString> lines) {
    display.update(lines, 0);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    terminal.puts(Capability.cursor_visible);
    terminal.puts(Capability.exit_ca_mode);
    terminal.flush();
    terminal.setAttributes(before);
    terminal.close();
  }
}
