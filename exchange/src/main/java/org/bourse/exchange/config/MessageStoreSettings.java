package org.bourse.exchange.config;

/**
 * The store of sent FIX messages.
 *
 * @param kind what QuickFIX/J reads them from
 * @param segmentSize size of one of its files, in bytes, 1 MB to 1 GB
 * @param retain how many of its last messages a session can ask for again, 1,000 to 100,000,000;
 *     what its client may not have got is kept beyond that
 */
public record MessageStoreSettings(MessageStoreKind kind, long segmentSize, int retain) {}
