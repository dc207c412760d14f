package org.bourse.exchange.crash;

import java.util.List;

/**
 * A moment at which an exchange ends itself as SIGKILL does: before, half-way through or after a
 * storage's operation on a file, when that has come for the n-th time.
 *
 * @param part whose storage
 * @param file a regular expression for the file's name with that of its folder, {@code fix/x.log};
 *     of a rename, the new one
 * @param nth 1 is the first
 */
record CrashPoint(Part part, Moment moment, Operation operation, String file, int nth) {
  /** Which storage. */
  enum Part {
    JOURNAL,
    MESSAGES,
    SNAPSHOTS
  }

  /** When, seen from the operation. */
  enum Moment {
    BEFORE,
    HALFWAY,
    AFTER,
    /** A moment later, while the process goes on. */
    SOON_AFTER
  }

  /** What a storage does. */
  enum Operation {
    CREATE,
    WRITE,
    /** A write of 64 bytes to a file's begin. */
    WRITE_HEADER,
    FORCE,
    RENAME,
    DELETE,
    FORCE_FOLDER
  }

  /** As arguments of a command line. */
  List<String> toArguments() {
    return List.of(part.name(), moment.name(), operation.name(), file, String.valueOf(nth));
  }

  /** The reverse of {@link #toArguments}. */
  static CrashPoint of(List<String> arguments) {
    return new CrashPoint(
        Part.valueOf(arguments.get(0)),
        Moment.valueOf(arguments.get(1)),
        Operation.valueOf(arguments.get(2)),
        arguments.get(3),
        Integer.parseInt(arguments.get(4)));
  }

  @Override
  public String toString() {
    return moment + " " + operation + " " + nth + " of " + part + "'s " + file;
  }

  boolean isOf(Moment now, Operation done, String name) {
    return momentPassed() == now && operation == done && name.matches(file);
  }

  /** Whether the process goes on while it is being ended. */
  boolean isInPassing() {
    return moment == Moment.SOON_AFTER;
  }

  private Moment momentPassed() {
    return isInPassing() ? Moment.AFTER : moment;
  }
}
