package org.bourse.exchange.command;

/**
 * A session and the participant whose orders it enters, under ids that are given once, densely from
 * 0, and never reused.
 *
 * @param name as the FIX engine prints the session's id
 */
public record DefineSession(int sessionId, int participantId, String name, String participantName)
    implements Command {}
