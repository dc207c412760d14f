package org.bourse.exchange.journal;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Path of a segment, which says its first sequence.
 *
 * @param path the file
 * @param firstSequence sequence of its first record
 */
record SegmentName(Path path, long firstSequence) implements Comparable<SegmentName> {
  private static final Pattern PATTERN = Pattern.compile("journal-([0-7][0-9a-f]{15})\\.log");

  static SegmentName of(Path folder, long firstSequence) {
    return new SegmentName(
        folder.resolve(String.format("journal-%016x.log", firstSequence)), firstSequence);
  }

  /** Null if this is not the name of a segment. */
  static @Nullable SegmentName parse(Path path) {
    Matcher matcher = PATTERN.matcher(fileName(path));
    long first = matcher.matches() ? Long.parseLong(matcher.group(1), 16) : 0;
    return first > 0 ? new SegmentName(path, first) : null;
  }

  static String fileName(Path path) {
    return path.getName(path.getNameCount() - 1).toString();
  }

  @Override
  public int compareTo(SegmentName other) {
    return Long.compare(firstSequence, other.firstSequence);
  }
}
