package org.bourse.exchange.command;

/** The first command of each run: which version of the engine handles what follows. */
public record StartEngine(int engineVersion) implements Command {}
