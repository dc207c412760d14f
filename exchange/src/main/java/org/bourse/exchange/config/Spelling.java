package org.bourse.exchange.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the key that was meant. */
final class Spelling {

  private static final int LONGEST = 60;

  private Spelling() {}

  /**
   * The known key nearest to what was written, or null if none is near: at most one edit in three
   * letters. Case, hyphens and underscores don't count, so {@code priceScale} is near {@code
   * price-scale}.
   */
  static @Nullable String nearest(String written, Collection<String> known) {
    if (written.length() > LONGEST) {
      return null;
    }
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String key : known) {
      int edits = edits(letters(written), letters(key));
      if (edits < least && edits <= key.length() / 3) {
        least = edits;
        nearest = key;
      }
    }
    return nearest;
  }

  private static String letters(String key) {
    return key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  private static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}
