package org.bourse.exchange.config;

/**
 * When the open orders and the rest of the engine's state are sealed, so that a start need not
 * replay the whole journal.
 *
 * @param everyCommands after so many commands, 0: not by count
 * @param everyMinutes after so many minutes, where there were commands, 0: not by time
 * @param keep how many of the newest are kept, 2 to 100
 */
public record SnapshotSettings(int everyCommands, int everyMinutes, int keep) {}
