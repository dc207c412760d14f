package org.bourse.exchange.command;

/**
 * What may be asked of the engine, as a value for the edges and for tests. The engine itself reads
 * the bytes that {@link Commands#encode} writes. No text is ever null; a text that a request does
 * not have is empty, a character that it does not have is {@code '\0'}.
 */
public sealed interface Command
    permits SessionRequest, DefineInstrument, DefineSession, DefineLimits, Control, StartEngine {}
