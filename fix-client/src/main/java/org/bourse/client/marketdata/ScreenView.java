package org.bourse.client.marketdata;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.Endpoint;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * The live ladder. It is painted ten times a second at most, by a thread of its own, so that a
 * terminal that is slow or stopped holds nothing up.
 */
final class ScreenView implements View {

  private static final long PERIOD_MILLIS = 100;
  private static final long NOTICE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Console console;
  private final Notices notices;
  private final MarketBook book;
  private final Screen screen;
  private final String who;
  private final Runnable end;
  private final ScheduledExecutorService painter =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "painter");
            thread.setDaemon(true);
            return thread;
          });
  private final Traffic traffic = new Traffic();
  private volatile String state = "connecting";
  private volatile String notice = "";
  private volatile long noticed;
  private String chosen = "";

  private ScreenView(
      Console console,
      MarketBook book,
      Screen screen,
      Endpoint endpoint,
      Wanted wanted,
      Runnable end) {
    this.console = console;
    this.notices = new Notices(console);
    this.book = book;
    this.screen = screen;
    this.end = end;
    String depth = wanted.depth() == 0 ? "all levels" : "depth " + wanted.depth();
    this.who = endpoint.sender() + " at " + endpoint.target() + ", " + depth;
  }

  /**
   * Takes the terminal over.
   *
   * @param end called when the user has pressed q
   * @return null where there is no terminal, or one that can't be painted on
   */
  static @Nullable ScreenView open(
      Console console, MarketBook book, Endpoint endpoint, Wanted wanted, Runnable end) {
    Terminal terminal = Screen.terminal();
    if (terminal == null) {
      return null;
    }
    Screen screen = new Screen(terminal);
    ScreenView view = new ScreenView(console, book, screen, endpoint, wanted, end);
    screen.onKey(
        key -> {
          switch (key) {
            case 'q', 'Q', 3 -> end.run();
            case '\t', 'n', 'j' -> view.choose(1);
            case 'p', 'k' -> view.choose(-1);
            default -> {}
          }
        });
    var unused =
        view.painter.scheduleAtFixedRate(view::paint, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    return view;
  }

  private void paint() {
    try {
      paintOnce();
    } catch (RuntimeException e) {
      notice = "the terminal cannot be painted on: " + e;
      end.run();
    }
  }

  private void paintOnce() {
    Picture picture = screen.picture();
    List<AttributedString> lines;
    synchronized (book) {
      lines = picture.lines(book, chosenBook(), recentNotice(), status());
    }
    screen.show(lines);
  }

  private String status() {
    String keys = book.books().size() > 1 ? "n p other instrument  q quit" : "q quit";
    return who + "  " + state + "  " + traffic.text() + "  " + keys;
  }

  private @Nullable InstrumentBook chosenBook() {
    InstrumentBook known = book.book(chosen);
    return known != null ? known : book.books().stream().findFirst().orElse(null);
  }

  private void choose(int step) {
    synchronized (book) {
      List<InstrumentBook> all = List.copyOf(book.books());
      InstrumentBook now = chosenBook();
      if (now != null) {
        chosen = all.get(Math.floorMod(all.indexOf(now) + step, all.size())).symbol();
      }
    }
  }

  @Override
  public void onUpdate(Update update, MarketBook market) {
    InstrumentBook updated = market.book(update.symbol());
    boolean again = updated != null && update.snapshot() && updated.snapshots() > 1;
    traffic.count(update.sendingTime(), Instant.now(), again);
  }

  @Override
  public void connected() {
    state = "connected";
    if (!console.terminal()) {
      notices.connected();
    }
  }

  @Override
  public void waiting(String reason) {
    state = "no connection yet (" + reason + ")";
    if (!console.terminal()) {
      notices.waiting(reason);
    }
  }

  @Override
  public void away(String reason) {
    String since = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
    state = "away since " + since + " (" + reason + ")";
    if (!console.terminal()) {
      notices.away(reason);
    }
  }

  @Override
  public void tell(String newNotice) {
    notice = newNotice;
    noticed = System.nanoTime();
    if (!console.terminal()) {
      notices.tell(newNotice);
    }
  }

  /** What was last told, for a while. */
  private String recentNotice() {
    return System.nanoTime() - noticed < NOTICE_NANOS ? notice : "";
  }

  private void restore() {
    try {
      screen.close();
    } catch (IOException e) {
      notices.tell("the terminal could not be restored: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    painter.shutdown();
    try {
      if (!painter.awaitTermination(1, TimeUnit.SECONDS)) {
        painter.shutdownNow();
      }
    } catch (InterruptedException e) {
      painter.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      restore();
    }
    if (console.terminal() && !notice.isEmpty()) {
      notices.tell(notice);
    }
  }
}
