package org.bourse.exchange.fix;

import java.util.Arrays;

/**
 * Where the messages lie that a session has sent in one numbering and may still be asked for, in
 * the order of their MsgSeqNum. Takes room for what is kept, whatever numbers lie between. Not safe
 * for several threads.
 */
final class SentMessages {
  private static final int ROOM = 64;

  private int[] numbers = new int[ROOM]; // rising
  private long[] positions = new long[ROOM]; // in the log
  private long[] events = new long[ROOM]; // what each tells; 0: nothing
  private int from; // of the first that is kept
  private int to; // after the last

  /** Puts a message in, or moves it to another place. */
  void put(int msgSeqNum, long position, long eventSeq) {
    int at = to;
    if (from < to && numbers[to - 1] >= msgSeqNum) {
      at = find(msgSeqNum);
      if (at >= 0) {
        set(at, msgSeqNum, position, eventSeq);
        return;
      }
      at = -at - 1;
    }
    if (to == numbers.length) {
      at -= from;
      compact();
      at += from;
    }
    shift(at);
    set(at, msgSeqNum, position, eventSeq);
    to++;
  }

  /** The place of a message in the log, 0 where it is not kept. */
  long position(int msgSeqNum) {
    int at = find(msgSeqNum);
    return at < 0 ? 0 : positions[at];
  }

  /** The event that a message tells, 0 where it tells none. */
  long eventSeq(int msgSeqNum) {
    int at = find(msgSeqNum);
    return at < 0 ? 0 : events[at];
  }

  /** How many messages are kept. */
  int size() {
    return to - from;
  }

  /** How many of them have numbers below one: the index of the first that has not. */
  int sizeBelow(int msgSeqNum) {
    int at = find(msgSeqNum);
    return (at < 0 ? -at - 1 : at) - from;
  }

  /** How many of them have numbers up to one. */
  int sizeUpTo(int msgSeqNum) {
    int at = find(msgSeqNum);
    return (at < 0 ? -at - 1 : at + 1) - from;
  }

  /** MsgSeqNum of a message, by its index among those that are kept. */
  int numberAt(int index) {
    return numbers[from + index];
  }

  /** The place of a message in the log, by its index. */
  long positionAt(int index) {
    return positions[from + index];
  }

  /** The event that a message tells, 0: none, by its index. */
  long eventSeqAt(int index) {
    return events[from + index];
  }

  /** Forgets the messages below a number. */
  void dropBelow(int msgSeqNum) {
    from += sizeBelow(msgSeqNum);
    if (numbers.length > 4 * (size() + ROOM)) {
      compact();
    }
  }

  /** Forgets all: numbers begin again at 1. */
  void clear() {
    from = to;
    compact();
  }

  private int find(int msgSeqNum) {
    return Arrays.binarySearch(numbers, from, to, msgSeqNum);
  }

  private void set(int at, int msgSeqNum, long position, long eventSeq) {
    numbers[at] = msgSeqNum;
    positions[at] = position;
    events[at] = eventSeq;
  }

  private void shift(int at) {
    System.arraycopy(numbers, at, numbers, at + 1, to - at);
    System.arraycopy(positions, at, positions, at + 1, to - at);
    System.arraycopy(events, at, events, at + 1, to - at);
  }

  /** Moves what is kept to the begin of arrays of a size that fits it. */
  private void compact() {
    int size = size();
    int room = Math.max(ROOM, size * 2);
    numbers = Arrays.copyOf(Arrays.copyOfRange(numbers, from, to), room);
    positions = Arrays.copyOf(Arrays.copyOfRange(positions, from, to), room);
    events = Arrays.copyOf(Arrays.copyOfRange(events, from, to), room);
    from = 0;
    to = size;
  }
}
