package org.bourse.client.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bourse.client.cli.CouldNotRun;

/** Results as a Markdown table; it says nothing that differs from run to run. */
final class MarkdownTable {

  private MarkdownTable() {}

  static void write(Path file, List<Result> results) throws CouldNotRun {
    List<String> lines = new ArrayList<>();
    lines.add("| id | title | steps | result |");
    lines.add("|---|---|---:|---|");
    for (Result result : results) {
      lines.add(
          "| "
              + cell(result.scenario().id())
              + " | "
              + cell(result.scenario().title())
              + " | "
              + result.scenario().size()
              + " | "
              + result.verdict().name().toLowerCase(Locale.ROOT)
              + " |");
    }
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new CouldNotRun(file + " can't be written: " + e.getMessage(), e);
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
