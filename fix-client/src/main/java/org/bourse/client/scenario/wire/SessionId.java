package org.bourse.client.scenario.wire;

/**
 * Where a session's acceptor is, and how both call themselves.
 *
 * @param name what the script calls the session
 * @param host name or address of the acceptor
 * @param port its port
 * @param sender our SenderCompID(49)
 * @param target the acceptor's CompID(56)
 */
public record SessionId(String name, String host, int port, String sender, String target) {}
