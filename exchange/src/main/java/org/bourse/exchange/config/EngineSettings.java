package org.bourse.exchange.config;

/**
 * How large the engine's structures begin. They grow beyond it, at the cost of a pause.
 *
 * @param expectedOpenOrders orders that rest at the same time, all books together, 1,000 to
 *     50,000,000
 * @param expectedOrdersPerDay orders entered in a day, 1,000 to 50,000,000
 */
public record EngineSettings(int expectedOpenOrders, int expectedOrdersPerDay) {}
