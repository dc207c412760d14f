package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Path;
import org.bourse.exchange.tools.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of the commands that look at a data folder. */
final class DataOption {
  /** Exit code of what ran, and found or had something amiss. */
  static final int AMISS = 1;

  /** Exit code of what could not run. */
  static final int COULD_NOT_RUN = 2;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with all that is kept (default: data).")
  private @Nullable Path data;

  /**
   * The folder.
   *
   * @throws IOException where there is none
   */
  DataFolder folder() throws IOException {
    Path home = Path.of(System.getProperty("bourse.home", ""));
    return DataFolder.of(data == null ? home.resolve("data") : data);
  }
}
