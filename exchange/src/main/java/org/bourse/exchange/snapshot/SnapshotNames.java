package org.bourse.exchange.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of folders beside and of snapshots. */
final class SnapshotNames {
  /** Ends the names of folders that nobody needs once their process has ended. */
  private static final Pattern LEFTOVER =
      Pattern.compile("(snapshot-[0-9a-f]{16}\\.(building|removed)|reading)");

  private static final Pattern SEALED = Pattern.compile("snapshot-([0-9a-f]{16})");

  private SnapshotNames() {}

  static Path sealed(Path parent, long position) {
    return parent.resolve("snapshot-" + HexFormat.of().toHexDigits(position));
  }

  static Path building(Path sealed) {
    return sealed.resolveSibling(sealed.getFileName() + ".building");
  }

  static Path removed(Path sealed) {
    return sealed.resolveSibling(sealed.getFileName() + ".removed");
  }

  /** Where the map is copied to be read. */
  static Path reading(Path parent) {
    return parent.resolve("reading");
  }

  /** A name that is free. */
  static Path damaged(Path sealed) {
    Path free = sealed.resolveSibling(sealed.getFileName() + ".damaged");
    for (int n = 2; Files.exists(free); n++) {
      free = sealed.resolveSibling(sealed.getFileName() + ".damaged-" + n);
    }
    return free;
  }

  static boolean isLeftover(Path folder) {
    return LEFTOVER.matcher(folder.getFileName().toString()).matches();
  }

  /** The position that the name of a sealed snapshot tells, nothing where it is none. */
  static OptionalLong position(Path folder) {
    Matcher matcher = SEALED.matcher(folder.getFileName().toString());
    return matcher.matches()
        ? OptionalLong.of(HexFormat.fromHexDigitsToLong(matcher.group(1)))
        : OptionalLong.empty();
  }
}
