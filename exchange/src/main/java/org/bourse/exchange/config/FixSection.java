package org.bourse.exchange.config;

import java.nio.file.Path;

/**
 * The FIX acceptor.
 *
 * @param settings the file with the sessions, in QuickFIX/J's own format; at the time of loading it
 *     was there and readable, its content is not checked here
 * @param messageStoreSegmentSize size of one file of the store of sent messages, in bytes, 1 MB to
 *     1 GB
 */
public record FixSection(Path settings, long messageStoreSegmentSize) {}
