package org.bourse.exchange.fix;

import java.util.List;

/**
 * What the log's records say of a session, but for its messages, as one line: so that the records
 * themselves need not be kept.
 *
 * @param halted as {@link HaltedRequests#text()}
 */
record SessionSummary(
    int epoch,
    int nextSender,
    long lastEventSeq,
    long creationMillis,
    int delivered,
    int written,
    String halted,
    String name) {
  private static final int FIELDS = 8;

  static SessionSummary of(SessionRecord session) {
    return new SessionSummary(
        session.epoch(),
        session.nextSender(),
        session.lastEventSeq(),
        session.creationMillis(),
        session.delivered(),
        session.written(),
        session.halted().text(),
        session.name());
  }

  /**
   * Reads a summary.
   *
   * @throws IllegalStateException where it is none
   */
  static SessionSummary parse(String text) {
    List<String> fields = List.of(text.split(" ", FIELDS));
    if (fields.size() != FIELDS) {
      throw new IllegalStateException("not the summary of a session: " + text);
    }
    return new SessionSummary(
        Integer.parseInt(fields.get(0)),
        Integer.parseInt(fields.get(1)),
        Long.parseLong(fields.get(2)),
        Long.parseLong(fields.get(3)),
        Integer.parseInt(fields.get(4)),
        Integer.parseInt(fields.get(5)),
        fields.get(6),
        fields.get(7));
  }

  String text() {
    return epoch
        + " "
        + nextSender
        + " "
        + lastEventSeq
        + " "
        + creationMillis
        + " "
        + delivered
        + " "
        + written
        + " "
        + halted
        + " "
        + name;
  }
}
