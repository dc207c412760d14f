package org.bourse.exchange.fix;

/**
 * Where the messages lie that a session has sent in one numbering and may still be asked for, by
 * MsgSeqNum. Not safe for several threads.
 */
final class SentMessages {
  private static final int ROOM = 64;

  private long[] positions = new long[ROOM]; // in the log; 0 where nothing is kept
  private long[] events = new long[ROOM]; // what each tells; 0: nothing
  private int base = 1; // MsgSeqNum of the first entry
  private int end = 1; // after the highest that was put in

  /** Puts a message in, or moves it to another place. */
  void put(int msgSeqNum, long position, long eventSeq) {
    if (end == base) {
      base = msgSeqNum;
      end = msgSeqNum;
    }
    int first = Math.min(base, msgSeqNum);
    int last = Math.max(end - 1, msgSeqNum);
    if (first < base || last - base >= positions.length) {
      move(first, Math.max(last - first + 1 + ROOM, positions.length * 2));
    }
    positions[msgSeqNum - base] = position;
    events[msgSeqNum - base] = eventSeq;
    end = last + 1;
  }

  /** The place of a message in the log, 0 where it is not kept. */
  long position(int msgSeqNum) {
    return msgSeqNum < base || msgSeqNum >= end ? 0 : positions[msgSeqNum - base];
  }

  /** The event that a message tells, 0 where it tells none. */
  long eventSeq(int msgSeqNum) {
    return msgSeqNum < base || msgSeqNum >= end ? 0 : events[msgSeqNum - base];
  }

  /** MsgSeqNum of the first message that may be kept. */
  int first() {
    return base;
  }

  /** After the highest MsgSeqNum that was put in. */
  int end() {
    return end;
  }

  /** Forgets the messages below a number. */
  void dropBelow(int msgSeqNum) {
    int first = Math.min(msgSeqNum, end);
    if (first > base) {
      move(first, end - first + ROOM);
    }
  }

  /** Forgets all: numbers begin again at 1. */
  void clear() {
    positions = new long[ROOM];
    events = new long[ROOM];
    base = 1;
    end = 1;
  }

  private void move(int first, int size) {
    long[] movedPositions = new long[size];
    long[] movedEvents = new long[size];
    int from = Math.max(first, base);
    System.arraycopy(positions, from - base, movedPositions, from - first, end - from);
    System.arraycopy(events, from - base, movedEvents, from - first, end - from);
    positions = movedPositions;
    events = movedEvents;
    base = first;
  }
}
