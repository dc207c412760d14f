package org.bourse.client.scenario;

import java.util.ArrayList;
import java.util.List;

/** A comparison as a table: a mark where it does not fit, the tag, expected, received. */
final class ComparisonText {

  private static final Comparison.Row HEAD = new Comparison.Row("", "expected", "received", true);

  private ComparisonText() {}

  static List<String> lines(Comparison comparison) {
    List<Comparison.Row> rows = new ArrayList<>();
    rows.add(HEAD);
    rows.addAll(comparison.rows());
    int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    int expected = rows.stream().mapToInt(row -> row.expected().length()).max().orElse(0);
    String form = "%s %-" + names + "s  %-" + expected + "s  %s";
    return rows.stream()
        .map(
            row ->
                String.format(
                        form, row.fits() ? " " : "*", row.name(), row.expected(), row.received())
                    .stripTrailing())
        .toList();
  }
}
