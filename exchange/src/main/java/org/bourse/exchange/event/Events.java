package org.bourse.exchange.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Events to and from the bytes that the engine gives: an SBE message with its header. Stateless and
 * safe for any thread. For the edges; it allocates.
 */
public final class Events {
  /** The longest that {@link #encode} writes, in bytes. */
  public static final int MAX_LENGTH = 3_373;

  private Events() {}

  /**
   * Writes an event. Texts are ISO-8859-1; any other character becomes a question mark.
   *
   * @return the number of bytes written
   * @throws IllegalStateException if a text is longer than 254 characters
   * @throws IndexOutOfBoundsException if the buffer is too small, which then holds a part
   */
  public static int encode(Event event, MutableDirectBuffer buffer, int offset) {
    return EventWriter.write(event, buffer, offset);
  }

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException if the bytes are not exactly one event of this schema
   */
  public static Event decode(DirectBuffer buffer, int offset, int length) {
    return EventReader.read(buffer, offset, length);
  }
}
