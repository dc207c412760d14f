package org.bourse.exchange.event;

import org.bourse.exchange.model.ControlKind;

/**
 * A control was carried out, or was not.
 *
 * @param correlation as in the control
 * @param done whether it was carried out
 * @param by who asked for it
 * @param detail why it was not, else empty
 */
public record ControlAnswered(
    long eventSeq,
    long time,
    int sessionId,
    long correlation,
    ControlKind kind,
    boolean done,
    String by,
    String detail)
    implements Event {}
