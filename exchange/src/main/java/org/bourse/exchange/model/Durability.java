package org.bourse.exchange.model;

/** When an acknowledgement may leave: what must have happened to its command in the journal. */
public enum Durability {
  /** Forced to the disk: survives power loss. */
  DISK,
  /** Written to the page cache: survives the end of the process, not of the machine. */
  OS
}
