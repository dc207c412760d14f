package org.bourse.exchange.journal;

/** What is wrong with a disk from a moment on, and stays wrong. */
public enum DiskFault {
  /** Writes put nothing down. */
  WRITE,
  /** Writes put only the first bytes down. */
  TORN_WRITE,
  /** What is written can't be forced. */
  FORCE,
  /** Files can't grow. */
  NO_ROOM;

  private static final int TORN_AFTER_BYTES = 64;

  /** Begins with the next write or force. */
  public void strike(FaultyStorage disk) {
    disk.stayBroken();
    switch (this) {
      case WRITE -> disk.failWrite(1, 0);
      case TORN_WRITE -> disk.failWrite(1, TORN_AFTER_BYTES);
      case FORCE -> disk.failForce(1);
      case NO_ROOM -> disk.leaveRoom(0);
    }
  }
}
