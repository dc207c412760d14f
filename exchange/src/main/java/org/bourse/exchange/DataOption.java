package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Path;
import org.bourse.exchange.tools.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of the commands that work on a data folder. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with all that is kept (default: data).")
  private @Nullable Path data;

  /** Where the folder is, or is to be. */
  Path path() {
    return data == null ? Home.resolve("data") : data;
  }

  /**
   * The folder.
   *
   * @throws IOException where there is none
   */
  DataFolder folder() throws IOException {
    return DataFolder.of(path());
  }
}
