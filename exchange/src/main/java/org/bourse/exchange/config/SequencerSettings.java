package org.bourse.exchange.config;

/**
 * The one writer.
 *
 * @param ringSize commands that may wait in front of it, a power of two, 64 to 1,048,576
 */
public record SequencerSettings(int ringSize) {}
