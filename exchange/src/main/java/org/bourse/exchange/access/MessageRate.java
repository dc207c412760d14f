package org.bourse.exchange.access;

/**
 * How many messages each session of a participant may send.
 *
 * @param perSecond in the long run
 * @param burst at once, after a pause
 */
public record MessageRate(int perSecond, int burst) {}
