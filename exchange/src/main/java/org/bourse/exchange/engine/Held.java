package org.bourse.exchange.engine;

import java.io.IOException;

/** A request that waits: its bytes, and what is known of it. */
final class Held {
  private static final int LONGEST = 1 << 16;

  final byte[] command;
  final byte msgType;
  final long orderId;
  final long due;
  boolean isShown;

  /**
   * A request that waits.
   *
   * @param msgType MsgType(35)
   * @param orderId what it is about
   * @param due when it goes on by the real clock, 0: when it is let go
   */
  Held(byte[] command, byte msgType, long orderId, long due) {
    this.command = command;
    this.msgType = msgType;
    this.orderId = orderId;
    this.due = due;
  }

  boolean isDelayed() {
    return due != 0;
  }

  void save(StateWriter to) throws IOException {
    to.writeInt(command.length);
    to.writeBytes(command, 0, command.length);
    to.writeInt(msgType);
    to.writeLong(orderId);
    to.writeLong(due);
    to.writeInt(isShown ? 1 : 0);
  }

  static Held load(StateReader from) throws IOException {
    byte[] command = new byte[from.readCount("the length of a held request", 0, LONGEST)];
    from.readBytes(command, 0, command.length);
    byte msgType = (byte) from.readInt();
    long orderId = from.readLong();
    Held held = new Held(command, msgType, orderId, from.readLong());
    held.isShown = from.readCount("whether a held request is shown", 0, 1) == 1;
    return held;
  }
}
