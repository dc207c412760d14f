package org.bourse.exchange.fix;

import org.jspecify.annotations.Nullable;
import quickfix.Session;
import quickfix.field.MDReqID;
import quickfix.field.MDReqRejReason;
import quickfix.field.MsgType;
import quickfix.field.Text;

/**
 * Sends market data: messages that use a number of their session and are not kept, since the next
 * book is worth more than the last. One thread.
 */
final class MarketDataOutlet {
  private static final int FRAME = 120; // header and trailer, about

  private final OutboundMessage message = new OutboundMessage();
  private final FixWriter body = new FixWriter();
  private final Cork cork;
  private final MarketPace pace;

  MarketDataOutlet(Cork cork, MarketPace pace) {
    this.cork = cork;
    this.pace = pace;
  }

  /** Sends a W or X to a subscription; rest: the body behind MDReqID(262). */
  void send(Subscription to, String msgType, FixWriter rest) {
    body.clear();
    body.append(to.id()).append(rest);
    send(to.subscriber(), msgType);
  }

  /** Sends a MarketDataRequestReject(Y). */
  void refuse(Subscriber to, MarketDataRequests.Refusal refusal) {
    body.clear();
    body.field(MDReqID.FIELD, refusal.id());
    if (refusal.reason() != 0) {
      body.field(MDReqRejReason.FIELD, refusal.reason());
    }
    body.field(Text.FIELD, refusal.text());
    send(to, MsgType.MARKET_DATA_REQUEST_REJECT);
  }

  private void send(Subscriber to, String msgType) {
    FixSession session = to.session();
    synchronized (session.turn()) {
      @Nullable Session live = to.live();
      if (live != null && !session.record().isAtStart()) {
        message.fill(msgType, session.compIds(), body, false, session.store()::nextPasses);
        message.goBy(whole -> cork.add(to.connection(), whole));
        live.send(message);
        pace.sent(body.length() + FRAME);
      }
    }
  }
}
