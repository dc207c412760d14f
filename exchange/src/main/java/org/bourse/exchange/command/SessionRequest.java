package org.bourse.exchange.command;

/** A command that a session has sent. It is carried out once for each number of an epoch. */
public sealed interface SessionRequest extends Command
    permits NewOrder,
        ReplaceOrder,
        CancelOrder,
        QueryOrder,
        MassCancel,
        MassStatus,
        Inquiry,
        Refused {

  /** The session that sent it, as given by {@link DefineSession}. */
  int sessionId();

  /** Which numbering: it grows by one when the session's sequence numbers are reset. */
  int epoch();

  /** MsgSeqNum(34) that the request came with, 0 where it was no FIX message. */
  int msgSeqNum();
}
