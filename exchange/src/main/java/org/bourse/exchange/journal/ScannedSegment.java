package org.bourse.exchange.journal;

import java.nio.file.Path;

/**
 * One segment as a {@link JournalScan} found it.
 *
 * @param path the file
 * @param firstSequence sequence of its first record, if it has one
 * @param lastSequence of its last sound record; one less than {@code firstSequence} if it has none
 * @param usedBytes its header and sound records
 * @param fileBytes length of the file
 * @param epoch random, of this segment alone
 */
public record ScannedSegment(
    Path path, long firstSequence, long lastSequence, long usedBytes, long fileBytes, long epoch) {}
