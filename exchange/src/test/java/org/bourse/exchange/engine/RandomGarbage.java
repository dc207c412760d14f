package org.bourse.exchange.engine;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.model.ControlKind;

/** Makes bytes that are no command, most of them out of bytes that are one. */
final class RandomGarbage {
  private static final int BLOCK_LENGTH = 0;
  private static final int TEMPLATE_ID = 2;
  private static final int SCHEMA_ID = 4;

  private final SplittableRandom random;

  RandomGarbage(SplittableRandom random) {
    this.random = random;
  }

  UnsafeBuffer from(UnsafeBuffer command) {
    switch (random.nextInt(6)) {
      case 0 -> {
        return new UnsafeBuffer(command, 0, random.nextInt(command.capacity()));
      }
      case 1 -> put(command, TEMPLATE_ID, random.nextInt(21, 0x10000));
      case 2 -> put(command, SCHEMA_ID, random.nextInt(2, 0x10000));
      case 3 -> put(command, BLOCK_LENGTH, random.nextInt(150, 0x10000));
      case 4 -> {
        if (command.getShort(TEMPLATE_ID, LITTLE_ENDIAN) == ControlDecoder.TEMPLATE_ID) {
          int kind = random.nextInt(ControlKind.values().length + 1, 255);
          command.putByte(8 + ControlDecoder.kindEncodingOffset(), (byte) kind);
        } else if (command.capacity() > 8 + command.getShort(BLOCK_LENGTH, LITTLE_ENDIAN)) {
          overrun(command);
        } else {
          return noise();
        }
      }
      default -> {
        return noise();
      }
    }
    return command;
  }

  private static void put(UnsafeBuffer bytes, int index, int value) {
    bytes.putShort(index, (short) value, LITTLE_ENDIAN);
  }

  /** Lets the first text claim so much that the end of the last lies beyond the bytes. */
  private static void overrun(UnsafeBuffer command) {
    int first = 8 + command.getShort(BLOCK_LENGTH, LITTLE_ENDIAN);
    command.putByte(first, (byte) Math.min(254, command.capacity() - first));
    if (command.capacity() - first > 254) {
      put(command, TEMPLATE_ID, 0);
    }
  }

  private UnsafeBuffer noise() {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    UnsafeBuffer noise = new UnsafeBuffer(bytes);
    if (bytes.length >= 8) {
      put(noise, SCHEMA_ID, random.nextInt(2, 0x10000));
    }
    return noise;
  }
}
