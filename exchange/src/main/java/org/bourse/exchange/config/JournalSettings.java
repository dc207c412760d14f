package org.bourse.exchange.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The command journal.
 *
 * @param segmentSize size of one preallocated file, in bytes, 1 MB to 1 GB
 * @param archive where segments go that no start needs any more, looked up in the data folder where
 *     it is relative; null: they are removed
 */
public record JournalSettings(long segmentSize, @Nullable Path archive) {}
