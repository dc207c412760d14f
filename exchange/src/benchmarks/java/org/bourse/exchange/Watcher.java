package org.bourse.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/**
 * A session that has asked for all books of {@link WatchedVenue}, and what it knows of them. One
 * thread.
 */
final class Watcher implements AutoCloseable {
  private final ServerMessages in = new ServerMessages();
  private final ClientMessages out;
  private final SocketChannel channel;
  private final LevelBook[] bids = new LevelBook[WatchedVenue.INSTRUMENTS];
  private final LevelBook[] offers = new LevelBook[WatchedVenue.INSTRUMENTS];
  private final long[] numbers = new long[WatchedVenue.INSTRUMENTS];
  private final boolean[] isShown = new boolean[WatchedVenue.INSTRUMENTS];
  private final String compId;
  private final boolean updates;
  private int shown;
  private boolean isLeaving;
  private long msgSeqNum;

  long bytes;
  long messages;
  long wholes;
  long trades;
  long gaps;
  long steppedBack;

  // of the entry that is being read
  private byte action;
  private byte type;
  private int instrument;
  private long price;
  private long quantity;
  private int count;
  private int position;

  /**
   * Logs on with new numbers.
   *
   * @param updates whether it asks for all that follows, too
   */
  Watcher(int port, String compId, boolean updates) throws IOException {
    this.compId = compId;
    this.updates = updates;
    for (int i = 0; i < WatchedVenue.INSTRUMENTS; i++) {
      bids[i] = new LevelBook();
      offers[i] = new LevelBook();
    }
    channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    out = new ClientMessages(compId);
    out.begin("A").field(98, 0).field(108, 60).field(141, "Y").end();
    out.flush(channel);
  }

  SocketChannel channel() {
    return channel;
  }

  /** Whether it has been shown each instrument as a whole. */
  boolean isReady() {
    return shown == WatchedVenue.INSTRUMENTS;
  }

  /** Takes what is there. */
  void read() throws IOException {
    bytes += in.read(channel);
    while (in.nextMessage()) {
      in.nextField();
      switch (in.code()) {
        case 'W', 'X' -> take(in.code() == 'W');
        case 'A' -> {
          number();
          WatchedVenue.askForAll(out, updates);
          out.flush(channel);
        }
        case '1' -> answer();
        case '0', '5' -> number();
        default -> throw new IOException("unexpected: " + in.message());
      }
    }
  }

  /** Logs out: the exchange then ends the connection, and has no other for the session. */
  void leave() throws IOException {
    isLeaving = true;
    out.begin("5").end();
    out.flush(channel);
  }

  /** Whether it has logged out. */
  boolean isLeaving() {
    return isLeaving;
  }

  private void number() {
    while (in.nextField()) {
      if (in.tag() == 34) {
        numbered();
        return;
      }
    }
  }

  private void numbered() {
    long number = in.number();
    if (msgSeqNum != 0 && number != msgSeqNum + 1) {
      gaps++;
      System.err.println(compId + ": " + number + " after " + msgSeqNum + ": " + in.message());
    }
    msgSeqNum = number;
  }

  private void answer() throws IOException {
    while (in.nextField()) {
      switch (in.tag()) {
        case 34 -> numbered();
        case 112 -> {
          out.begin("0").field(112, in.text()).end();
          out.flush(channel);
        }
        default -> {
          // of no use here
        }
      }
    }
  }

  private void take(boolean isWhole) {
    messages++;
    wholes += isWhole ? 1 : 0;
    int delimiter = isWhole ? 269 : 279;
    type = 0;
    while (in.nextField()) {
      if (in.tag() == delimiter) {
        apply(isWhole);
        action = isWhole ? (byte) '0' : in.code();
      }
      switch (in.tag()) {
        case 34 -> numbered();
        case 269 -> type = in.code();
        case 55 -> instrument(isWhole);
        case 270 -> price = in.ticks();
        case 271 -> quantity = in.number();
        case 290 -> position = (int) in.number();
        case 346 -> count = (int) in.number();
        case 83 -> follow(isWhole);
        default -> {
          // of no use here
        }
      }
    }
    apply(isWhole);
  }

  private void instrument(boolean isWhole) {
    instrument = in.lastTwoDigits();
    if (isWhole) {
      bids[instrument].clear();
      offers[instrument].clear();
      shown += isShown[instrument] ? 0 : 1;
      isShown[instrument] = true;
    }
  }

  /** Takes RptSeq(83). */
  private void follow(boolean isWhole) {
    long number = in.number();
    if (isWhole) {
      steppedBack += number < numbers[instrument] ? 1 : 0;
    } else {
      if (number != numbers[instrument] + 1) {
        gaps++;
        System.err.println(
            compId + ": entry " + number + " after " + numbers[instrument] + ": " + in.message());
      }
    }
    numbers[instrument] = number;
  }

  private void apply(boolean isWhole) {
    switch (type) {
      case '0' -> bids[instrument].apply(action, position, price, quantity, count);
      case '1' -> offers[instrument].apply(action, position, price, quantity, count);
      case '2' -> trades += isWhole ? 0 : 1;
      default -> {
        // none yet
      }
    }
    type = 0;
  }

  /** How many entries did not fit the book that they came to. */
  long misplaced() {
    long sum = 0;
    for (int i = 0; i < WatchedVenue.INSTRUMENTS; i++) {
      sum += bids[i].misplaced() + offers[i].misplaced();
    }
    return sum;
  }

  /** How many levels it knows. */
  long levels() {
    long sum = 0;
    for (int i = 0; i < WatchedVenue.INSTRUMENTS; i++) {
      sum += bids[i].size() + offers[i].size();
    }
    return sum;
  }

  /** Of how many instruments it knows something else than another. */
  long differences(Watcher other) {
    long sum = 0;
    for (int i = 0; i < WatchedVenue.INSTRUMENTS; i++) {
      boolean isSame =
          numbers[i] == other.numbers[i]
              && bids[i].isSame(other.bids[i])
              && offers[i].isSame(other.offers[i]);
      sum += isSame ? 0 : 1;
    }
    return sum;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
