package org.bourse.exchange.sequencer;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** One place of the ring between the gateways and the sequencer's thread. */
final class CommandSlot {
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Sequencer.LONGEST_COMMAND]);
  private int length;

  void set(DirectBuffer command, int offset, int commandLength) {
    buffer.putBytes(0, command, offset, commandLength);
    length = commandLength;
  }

  DirectBuffer buffer() {
    return buffer;
  }

  int length() {
    return length;
  }
}
