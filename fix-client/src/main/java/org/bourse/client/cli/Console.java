package org.bourse.client.cli;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err progress and faults
 * @param terminal whether {@code err} is a terminal, on which a line can be written over
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {}
