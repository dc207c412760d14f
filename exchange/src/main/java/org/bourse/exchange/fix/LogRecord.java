package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/** One record of the message log, as it lies in memory. */
final class LogRecord {
  /** Gives the name behind a session's number. */
  static final byte SESSION = 1;

  /** A message under the session's next MsgSeqNum. */
  static final byte MESSAGE = 2;

  /** Sequence numbers begin again at 1. */
  static final byte EPOCH = 3;

  /** The next number was set without a message. */
  static final byte NEXT_SENDER = 4;

  /** The journal was in a later numbering; numbers go on. */
  static final byte EPOCH_FOUND = 5;

  /** A report that has no number yet; MSG_SEQ_NUM is 1 where the client may have it already. */
  static final byte KEPT = 6;

  /** A message that was copied here from an old segment. */
  static final byte COPY = 7;

  /** The client has all up to MSG_SEQ_NUM, was written all up to OTHER_SEQ_NUM. */
  static final byte DELIVERED = 8;

  /** All that older records say of a session, but for its messages. */
  static final byte SUMMARY = 9;

  /** Every event up to EVENT_SEQ has been handled. */
  static final byte CURSOR = 10;

  /**
   * From MSG_SEQ_NUM on, the session uses numbers that the log does not hold, until another record
   * sets its next one.
   */
  static final byte PASSING = 11;

  private static final int KIND = 0;
  private static final int SESSION_NUMBER = 4;
  private static final int MSG_SEQ_NUM = 8;
  private static final int OTHER_SEQ_NUM = 12;
  private static final int EVENT_SEQ = 16;
  private static final int TEXT = 24;

  private LogRecord() {}

  /** Writes a record, and returns its length. */
  static int write(
      ExpandableArrayBuffer to,
      byte kind,
      int session,
      int msgSeqNum,
      int otherSeqNum,
      long eventSeq,
      String text) {
    to.putInt(KIND, kind);
    to.putInt(SESSION_NUMBER, session);
    to.putInt(MSG_SEQ_NUM, msgSeqNum);
    to.putInt(OTHER_SEQ_NUM, otherSeqNum);
    to.putLong(EVENT_SEQ, eventSeq);
    byte[] bytes = text.getBytes(ISO_8859_1);
    to.putBytes(TEXT, bytes);
    return TEXT + bytes.length;
  }

  static byte kind(DirectBuffer record, int offset) {
    return record.getByte(offset + KIND);
  }

  static int session(DirectBuffer record, int offset) {
    return record.getInt(offset + SESSION_NUMBER);
  }

  static int msgSeqNum(DirectBuffer record, int offset) {
    return record.getInt(offset + MSG_SEQ_NUM);
  }

  /**
   * Of a message, the MsgSeqNum of the request that it refuses because the journal could not be
   * written, 0: none.
   */
  static int otherSeqNum(DirectBuffer record, int offset) {
    return record.getInt(offset + OTHER_SEQ_NUM);
  }

  static long eventSeq(DirectBuffer record, int offset) {
    return record.getLong(offset + EVENT_SEQ);
  }

  /** The message, or the name, or what else the record holds. */
  static String text(DirectBuffer record, int offset, int length) {
    byte[] bytes = new byte[length - TEXT];
    record.getBytes(offset + TEXT, bytes);
    return new String(bytes, ISO_8859_1);
  }
}
