package org.bourse.exchange.engine;

import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.bourse.exchange.event.Events;

/** A checksum over all bytes of events, to compare two runs by. */
final class EventDigest implements EventSink {
  private final CRC32C checksum = new CRC32C();
  private final byte[] scratch = new byte[Events.MAX_LENGTH];

  @Override
  public void onEvent(DirectBuffer buffer, int offset, int length) {
    buffer.getBytes(offset, scratch, 0, length);
    checksum.update(scratch, 0, length);
  }

  long value() {
    return checksum.getValue();
  }
}
