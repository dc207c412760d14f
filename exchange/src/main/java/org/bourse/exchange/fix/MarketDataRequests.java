package org.bourse.exchange.fix;

import java.util.TreeMap;
import org.bourse.exchange.marketdata.FeedRequest;
import org.jspecify.annotations.Nullable;

/**
 * What one client has asked of market data, from when it was read until its turn has come: the
 * journal only keeps that a request was there. Any thread.
 */
final class MarketDataRequests {
  /** How many can wait. */
  static final int MOST = 1024;

  /** A MarketDataRequest(V). */
  sealed interface Asked {
    /** MDReqID(262). */
    String id();
  }

  /**
   * For a snapshot, or a subscription.
   *
   * @param standard whether the client gets only fields that FIX 4.4 has where they stand
   */
  record Feed(FeedRequest request, boolean standard) implements Asked {
    @Override
    public String id() {
      return request.id();
    }
  }

  /** For the end of a subscription. */
  record End(String id) implements Asked {}

  /**
   * One that can't be had, for a reason that is not among the client's subscriptions.
   *
   * @param reason MDReqRejReason(281), 0: none fits, so the field is left out
   * @param text Text(58)
   */
  record Refusal(String id, char reason, String text) implements Asked {}

  private final TreeMap<Long, Asked> waiting = new TreeMap<>();

  /**
   * Keeps a request until its turn. To be called before its command is offered.
   *
   * @param epoch the session's numbering
   * @return false: too many wait already
   */
  synchronized boolean park(int epoch, int msgSeqNum, Asked asked) {
    if (waiting.size() >= MOST) {
      return false;
    }
    waiting.put(key(epoch, msgSeqNum), asked);
    return true;
  }

  /**
   * Takes out a request whose turn has come, and drops those that came before it: their turn never
   * comes any more.
   *
   * @return null where the client that asked is gone
   */
  synchronized @Nullable Asked take(int epoch, int msgSeqNum) {
    long key = key(epoch, msgSeqNum);
    Asked asked = waiting.get(key);
    waiting.headMap(key, true).clear();
    return asked;
  }

  /** The client is gone, or begins anew. */
  synchronized void clear() {
    waiting.clear();
  }

  private static long key(int epoch, int msgSeqNum) {
    return (long) epoch << Integer.SIZE | msgSeqNum;
  }
}
