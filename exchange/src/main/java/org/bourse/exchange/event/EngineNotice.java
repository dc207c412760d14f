package org.bourse.exchange.event;

/**
 * A command changed what the engine knows, or could not be used.
 *
 * @param subjectId of the instrument or session, -1: none
 */
public record EngineNotice(
    long eventSeq, long time, int sessionId, int subjectId, NoticeKind kind, String detail)
    implements Event {}
