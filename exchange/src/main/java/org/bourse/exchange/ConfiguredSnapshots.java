package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.config.ExchangeSettings;
import org.bourse.exchange.config.SnapshotSettings;
import org.bourse.exchange.snapshot.SnapshotPolicy;
import org.jspecify.annotations.Nullable;

/**
 * When snapshots are sealed in a data folder, and where the segments go that they make needless.
 */
final class ConfiguredSnapshots {
  private ConfiguredSnapshots() {}

  /**
   * What the settings say of a data folder.
   *
   * @throws StartFault where the archive is among what is in use
   * @throws IOException where a folder can't be looked up
   */
  static SnapshotPolicy policy(ExchangeSettings settings, Path folder)
      throws StartFault, IOException {
    SnapshotSettings snapshot = settings.snapshot();
    return new SnapshotPolicy(
        snapshot.everyCommands(),
        snapshot.everyMinutes(),
        snapshot.keep(),
        archive(settings.journal().archive(), folder));
  }

  /** An archive among what is in use would be taken for a part of it. */
  private static @Nullable Path archive(@Nullable Path configured, Path folder)
      throws StartFault, IOException {
    if (configured == null) {
      return null;
    }
    Path archive = folder.resolve(configured);
    for (String name : List.of("journal", "fix", "snapshots")) {
      Path used = folder.resolve(name).toRealPath();
      if (real(archive).startsWith(used)) {
        throw new StartFault(
            "exchange.yaml: journal.archive: " + archive + " may not be in the folder " + used);
      }
    }
    return archive;
  }

  private static Path real(Path path) throws IOException {
    return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
  }
}
