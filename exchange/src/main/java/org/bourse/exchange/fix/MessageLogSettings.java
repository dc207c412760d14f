package org.bourse.exchange.fix;

/**
 * How the message log keeps what it holds.
 *
 * @param segmentBytes the length of one of its files
 * @param retained how many of its last messages a session can be asked for; those that its client
 *     may not have got are kept beyond that
 * @param force whether sender numbers and resets are to survive a loss of power
 */
public record MessageLogSettings(long segmentBytes, int retained, boolean force) {}
