package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A process of sessions that watch all books of {@link WatchedVenue}, on one thread.
 *
 * <p>Arguments: the FIX port, how many. It carries out the lines of its input, and answers each
 * with a line: {@code come}, when all have been shown all books; {@code count}, with the numbers of
 * {@link WatchersProcess.Count}; {@code check}, with those of {@link
 * WatchersProcess.Check}; {@code go}, when all are gone. It ends when its input does.
 */
public final class Watchers {
  private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(1500);
  private static final long LONGEST_CHECK = TimeUnit.SECONDS.toNanos(60);

  private final int port;
  private final int number;
  private final Selector selector = Selector.open();
  private final Queue<String> commands = new ConcurrentLinkedQueue<>();
  private final List<Watcher> watchers = new ArrayList<>();
  private long[] counted = {};
  private long lastBytesAt = System.nanoTime();
  private long longestSilence;

  private Watchers(int port, int number) throws IOException {
    this.port = port;
    this.number = number;
  }

  public static void main(String[] arguments) throws Exception {
    Watchers all = new Watchers(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    Thread input = new Thread(all::readCommands, "commands");
    input.setDaemon(true);
    input.start();
    all.run();
    System.exit(0);
  }

  private void readCommands() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        tell(line);
      }
    } catch (IOException e) {
      System.err.println("commands: " + e);
    }
    tell("end");
  }

  private void tell(String command) {
    commands.add(command);
    selector.wakeup();
  }

  private void run() throws IOException {
    while (true) {
      read(0);
      for (String command = commands.poll(); command != null; command = commands.poll()) {
        if (command.equals("end")) {
          return;
        }
        System.out.println(carryOut(command));
      }
    }
  }

  /** Takes what has come, or comes within so many milliseconds, 0: or a command. */
  private void read(long millis) throws IOException {
    selector.select(
        key -> {
          Watcher watcher = (Watcher) key.attachment();
          try {
            watcher.read();
            long now = System.nanoTime();
            longestSilence = Math.max(longestSilence, now - lastBytesAt);
            lastBytesAt = now;
          } catch (IOException e) {
            if (!watcher.isLeaving()) {
              System.err.println("a watcher: " + e.getMessage());
            }
            key.cancel();
          }
        },
        millis);
  }

  private String carryOut(String command) throws IOException {
    return switch (command) {
      case "come" -> come();
      case "count" -> count();
      case "check" -> check();
      case "go" -> go();
      default -> throw new IOException("unknown command " + command);
    };
  }

  private Watcher begin(String compId, boolean updates) throws IOException {
    Watcher watcher = new Watcher(port, compId, updates);
    watcher.channel().configureBlocking(false);
    watcher.channel().register(selector, SelectionKey.OP_READ, watcher);
    return watcher;
  }

  private String come() throws IOException {
    for (int i = 0; i < number; i++) {
      watchers.add(begin(WatchedVenue.watcher(i), true));
    }
    while (!watchers.stream().allMatch(Watcher::isReady)) {
      read(100);
    }
    counted = new long[number];
    count();
    return "come";
  }

  private String count() {
    long bytes = 0;
    long messages = 0;
    long wholes = 0;
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int i = 0; i < watchers.size(); i++) {
      Watcher watcher = watchers.get(i);
      long since = watcher.messages - counted[i];
      counted[i] = watcher.messages;
      least = Math.min(least, since);
      most = Math.max(most, since);
      bytes += watcher.bytes;
      messages += watcher.messages;
      wholes += watcher.wholes;
    }
    long silence = TimeUnit.NANOSECONDS.toMillis(longestSilence);
    longestSilence = 0;
    lastBytesAt = System.nanoTime();
    return LongStream.of(bytes, messages, wholes, least, most, silence)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** Compares what all know with a fresh snapshot, until it is the same, or for long enough. */
  private String check() throws IOException {
    long began = System.nanoTime();
    long lastAt = lastBytesAt;
    long differences = watchers.size();
    long levels = 0;
    while (differences > 0 && System.nanoTime() - began < LONGEST_CHECK) {
      long from = System.nanoTime();
      while (System.nanoTime() - from < QUIET) {
        read(100);
      }
      lastAt = lastBytesAt;
      try (Watcher auditor = begin(WatchedVenue.AUDITOR, false)) {
        while (!auditor.isReady()) {
          read(100);
        }
        differences = watchers.stream().mapToLong(each -> each.differences(auditor)).sum();
        levels = auditor.levels();
      }
    }
    long books = (long) watchers.size() * WatchedVenue.INSTRUMENTS;
    long levelAfter = Math.max(0, lastAt - began);
    return LongStream.of(
            books,
            levels,
            differences,
            sum(watcher -> watcher.gaps),
            sum(watcher -> watcher.steppedBack),
            sum(Watcher::misplaced),
            watchers.stream().mapToLong(watcher -> watcher.trades).min().orElse(0),
            watchers.stream().mapToLong(watcher -> watcher.trades).max().orElse(0),
            TimeUnit.NANOSECONDS.toMillis(levelAfter))
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private long sum(ToLongFunction<Watcher> of) {
    return watchers.stream().mapToLong(of).sum();
  }

  private String go() throws IOException {
    for (Watcher watcher : watchers) {
      watcher.leave();
    }
    while (!selector.keys().isEmpty()) {
      read(100);
    }
    for (Watcher watcher : watchers) {
      watcher.close();
    }
    watchers.clear();
    return "gone";
  }
}
