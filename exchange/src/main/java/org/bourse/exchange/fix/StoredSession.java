package org.bourse.exchange.fix;

/**
 * Where one session stands, as the message store of a data folder says.
 *
 * @param name as QuickFIX/J prints the session's id
 * @param epoch the numbering that it is in: it grows with each reset
 * @param nextSender the next MsgSeqNum that it sends; while it passes, one that it had reached
 * @param passing whether it uses numbers for messages that are not kept, such as market data: then
 *     only the mark says how far it may have got
 * @param mark no number from this one on was used, 0: not known
 * @param firstKept the first MsgSeqNum whose message is kept, 0: none
 * @param lastKept the last one
 * @param kept how many are
 * @param lastEventSeq the last event that it was told, or that waits for it
 * @param waiting how many reports wait for a number
 * @param delivered its client has all up to this MsgSeqNum, for sure
 * @param halted requests that were refused because the journal could not be written:
 *     numbering:from-to, a dash where there are none
 */
public record StoredSession(
    String name,
    int epoch,
    int nextSender,
    boolean passing,
    int mark,
    int firstKept,
    int lastKept,
    int kept,
    long lastEventSeq,
    int waiting,
    int delivered,
    String halted) {

  static StoredSession of(SessionRecord session, int mark) {
    SentMessages messages = session.messages();
    int kept = messages.size();
    return new StoredSession(
        session.name(),
        session.epoch(),
        session.nextSender(),
        session.isPassing(),
        mark,
        kept == 0 ? 0 : messages.numberAt(0),
        kept == 0 ? 0 : messages.numberAt(kept - 1),
        kept,
        session.lastEventSeq(),
        session.undelivered().size(),
        session.delivered(),
        session.halted().text());
  }
}
