package org.bourse.exchange.fix;

/**
 * From where a session goes on, as the journal says.
 *
 * @param number the engine's number of the session
 * @param epoch the numbering of its last journaled request
 * @param msgSeqNum MsgSeqNum of that request, 0: none
 */
public record JournaledSession(int number, int epoch, int msgSeqNum) {}
