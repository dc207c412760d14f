package org.bourse.exchange.snapshot;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * When snapshots are sealed, and what is kept.
 *
 * @param everyCommands after so many commands, 0: not by count
 * @param everyMinutes after so many minutes, where there were commands, 0: not by time
 * @param keep how many of the newest are kept
 * @param archive where journal segments go that no start needs any more, null: they are removed
 */
public record SnapshotPolicy(
    int everyCommands, int everyMinutes, int keep, @Nullable Path archive) {}
