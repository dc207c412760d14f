package org.bourse.exchange.fix;

import java.util.concurrent.TimeUnit;

/**
 * What is known of how far a client has got the messages of one session. FIX has no
 * acknowledgement: so what was written a while before the client was last heard of counts as
 * delivered, and all that was written once the client has logged out, or has closed its connection
 * with nothing left unread. A client that has missed something and neither asks for it nor stays
 * for a while has not got it. Any thread.
 */
final class Delivery {
  private static final long SETTLING_NANOS = TimeUnit.SECONDS.toNanos(1);

  private int confirmed;
  private int sample;
  private long sampledAt;
  private int written;
  private int lastBefore; // this connection
  private boolean hasMissed; // and has not asked for it yet
  private final Flushes flushes = new Flushes();

  /**
   * Begins.
   *
   * @param delivered what is known from before
   * @param written the last MsgSeqNum that was written to a connection
   */
  Delivery(int delivered, int written) {
    confirmed = delivered;
    sample = delivered;
    this.written = written;
  }

  /** The client has all up to this MsgSeqNum. */
  synchronized int confirmed() {
    return confirmed;
  }

  /**
   * The last MsgSeqNum that may have been written to a connection, {@link SessionRecord#ALL} while
   * one is up.
   */
  synchronized int written() {
    return written;
  }

  /**
   * The client's Logon is accepted, and not answered yet.
   *
   * @param sent the last MsgSeqNum so far
   * @param missed whether there are reports up to that one which it may not have
   */
  synchronized void loggedOn(int sent, boolean missed, long nanos) {
    written = SessionRecord.ALL;
    lastBefore = sent;
    hasMissed = missed;
    flushes.add(sent, nanos);
    sample = sent;
    sampledAt = nanos;
  }

  /** Whether {@link #heard} would have anything to say. */
  synchronized boolean isDue(long nanos) {
    return nanos - sampledAt >= SETTLING_NANOS;
  }

  /**
   * A message has come from the client.
   *
   * @param sent the last MsgSeqNum so far
   */
  synchronized void heard(int sent, long nanos) {
    if (nanos - sampledAt >= SETTLING_NANOS) {
      hasMissed = false;
      confirmed = Math.max(confirmed, sample);
      sample = sent;
      sampledAt = nanos;
    }
  }

  /**
   * The client asks for messages: of those before its Logon it has only those before the range, and
   * the rest of a range that ends with the last of them comes on this connection.
   *
   * @param begin MsgSeqNum of the first
   * @param end of the last
   */
  synchronized void asked(int begin, int end, long nanos) {
    confirmed = Math.min(confirmed, begin - 1);
    sample = confirmed;
    sampledAt = nanos;
    hasMissed = end < lastBefore;
    flushes.again(nanos);
  }

  /** All up to a number has been given to the connection. */
  synchronized void flushed(int msgSeqNum, long nanos) {
    flushes.add(msgSeqNum, nanos);
  }

  /** The client has logged out: it reads what was sent before. */
  synchronized void loggedOut(int sent) {
    if (!hasMissed) {
      confirmed = sent;
    }
  }

  /** The client has closed the connection, and had read it to the end. */
  synchronized void closedByClient(long nanos) {
    if (!hasMissed) {
      confirmed = Math.max(confirmed, flushes.settled(nanos));
    }
  }

  /**
   * The connection is gone.
   *
   * @param sent the last MsgSeqNum so far
   */
  synchronized void gone(int sent) {
    if (written == SessionRecord.ALL) {
      written = sent;
    }
  }

  /** Numbers begin again. */
  synchronized void reset() {
    confirmed = 0;
    sample = 0;
    lastBefore = 0;
    hasMissed = false;
    written = written == SessionRecord.ALL ? SessionRecord.ALL : 0;
    flushes.reset();
  }
}
