package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@link Watchers}, by the command of {@code -Dbourse.watchers}, such as {@code nice -n 19}. */
final class WatchersProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;

  /**
   * What the watchers have got since they came; and since the last count, how many messages one
   * watcher has got at least and at most, and for how many milliseconds nobody got anything.
   */
  record Count(
      long bytes, long messages, long wholes, long least, long most, long silence) {}

  /**
   * What the watchers know, and have seen.
   *
   * @param books of how many instruments, each watcher's counted
   * @param levels in all books of a fresh snapshot
   * @param differences how many of the books are not as a fresh snapshot, or not of its number
   * @param gaps numbers, of entries or messages, that were not the next
   * @param steppedBack numbers of wholes that were lower than the last
   * @param misplaced entries that did not fit the book
   * @param leastTrades that a watcher was told as they happened
   * @param millis how long until nothing more came
   */
  record Check(
      long books,
      long levels,
      long differences,
      long gaps,
      long steppedBack,
      long misplaced,
      long leastTrades,
      long mostTrades,
      long millis) {}

  WatchersProcess(int port, int number) throws IOException {
    List<String> command = new ArrayList<>();
    Stream.of(System.getProperty("bourse.watchers", "").split(" ", -1))
        .filter(word -> !word.isEmpty())
        .forEach(command::add);
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-Dbourse.trades=" + WatchedVenue.WITH_TRADES,
            "-cp",
            System.getProperty("java.class.path"),
            Watchers.class.getName(),
            String.valueOf(port),
            String.valueOf(number)));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out = process.inputReader(UTF_8);
    in = process.outputWriter(UTF_8);
  }

  void come() throws IOException {
    ask("come");
  }

  void go() throws IOException {
    ask("go");
  }

  Count count() throws IOException {
    long[] n = numbers("count");
    return new Count(n[0], n[1], n[2], n[3], n[4], n[5]);
  }

  Check check() throws IOException {
    long[] n = numbers("check");
    return new Check(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
  }

  private long[] numbers(String command) throws IOException {
    return Stream.of(ask(command).split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }

  private String ask(String command) throws IOException {
    in.write(command + '\n');
    in.flush();
    String answer = out.readLine();
    if (answer == null) {
      throw new IOException("the watchers have ended");
    }
    return answer;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
