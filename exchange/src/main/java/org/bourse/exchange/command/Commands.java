package org.bourse.exchange.command;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Commands to and from the bytes that the journal keeps: an SBE message with its header. Stateless
 * and safe for any thread. For the edges; it allocates.
 */
public final class Commands {
  /** The longest that {@link #encode} writes, in bytes. */
  public static final int MAX_LENGTH = 2_072;

  /** Longest text in a command, in characters. */
  public static final int TEXT_LENGTH = 254;

  private Commands() {}

  /**
   * Writes a command. Texts are ISO-8859-1; any other character becomes a question mark.
   *
   * @return the number of bytes written
   * @throws IllegalStateException if a text is longer than {@link #TEXT_LENGTH}
   * @throws IndexOutOfBoundsException if the buffer is too small, which then holds a part
   */
  public static int encode(Command command, MutableDirectBuffer buffer, int offset) {
    return CommandWriter.write(command, buffer, offset);
  }

  /**
   * Reads a command. Bytes after its last field are passed over.
   *
   * @throws IllegalArgumentException if the bytes are no command of this schema, or are cut short
   */
  public static Command decode(DirectBuffer buffer, int offset, int length) {
    return CommandReader.read(buffer, offset, length);
  }
}
