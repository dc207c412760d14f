package org.bourse.exchange.config;

/**
 * The command journal.
 *
 * @param segmentSize size of one preallocated file, in bytes, 1 MB to 1 GB
 */
public record JournalSettings(long segmentSize) {}
