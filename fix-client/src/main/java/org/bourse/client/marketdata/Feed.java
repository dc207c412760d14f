package org.bourse.client.marketdata;

import java.util.concurrent.BlockingQueue;
import org.bourse.client.fix.LinkListener;
import quickfix.Message;
import quickfix.field.MDReqID;
import quickfix.field.MDReqRejReason;
import quickfix.field.MsgType;
import quickfix.field.Text;

/**
 * Applies what comes for the subscription that runs to the book, and shows it. What comes for one
 * that has ended is passed over.
 */
final class Feed implements LinkListener {

  private static final String NONE = "";

  private final MarketBook book;
  private final View view;
  private final BlockingQueue<Event> events;
  private String mdReqId = NONE;
  private long left;
  private boolean followed;

  /**
   * Nothing is subscribed to yet.
   *
   * @param book guarded by its own monitor
   * @param count after how many messages it is enough
   */
  Feed(MarketBook book, View view, BlockingQueue<Event> events, long count) {
    this.book = book;
    this.view = view;
    this.events = events;
    this.left = count;
  }

  /** From now on, only what is for this subscription counts. */
  void begin(String newMdReqId) {
    synchronized (book) {
      mdReqId = newMdReqId;
      followed = false;
      book.begin();
    }
  }

  /** Whether the subscription has had an X that fitted. */
  boolean hasFollowed() {
    synchronized (book) {
      return followed;
    }
  }

  @Override
  public void onMessage(Message message) {
    String type = message.getHeader().getOptionalString(MsgType.FIELD).orElse("");
    switch (type) {
      case MsgType.MARKET_DATA_SNAPSHOT_FULL_REFRESH, MsgType.MARKET_DATA_INCREMENTAL_REFRESH ->
          update(type, message.toRawString());
      case MsgType.MARKET_DATA_REQUEST_REJECT -> refused(message);
      default -> {}
    }
  }

  private void update(String type, String message) {
    synchronized (book) {
      try {
        Update update = Entries.read(type, message);
        if (mdReqId.equals(NONE) || !isOurs(update.mdReqId())) {
          return;
        }
        book.apply(update);
        followed |= !update.snapshot();
        view.onUpdate(update, book);
        if (--left == 0) {
          mdReqId = NONE;
          events.add(new Event.Over());
        }
      } catch (OutOfStep e) {
        mdReqId = NONE;
        events.add(new Event.Lost(e.reason()));
      }
    }
  }

  private boolean isOurs(String id) {
    return id.isEmpty() || id.equals(mdReqId);
  }

  private void refused(Message reject) {
    String id = reject.getOptionalString(MDReqID.FIELD).orElse("");
    synchronized (book) {
      if (!isOurs(id)) {
        return;
      }
    }
    events.add(
        new Event.Refused(
            Refusal.of(
                MDReqRejReason.FIELD,
                reject.getOptionalString(MDReqRejReason.FIELD).orElse(""),
                reject.getOptionalString(Text.FIELD).orElse(""))));
  }

  @Override
  public void onRefused(Message reject, String refused) {
    events.add(new Event.Refused(Refusal.of(reject)));
  }

  @Override
  public void onReady() {
    view.connected();
    events.add(new Event.Ready());
  }

  @Override
  public void onAttemptFailed(String reason) {
    view.waiting(reason);
  }

  @Override
  public void onAway(String reason) {
    synchronized (book) {
      mdReqId = NONE;
      book.begin();
    }
    view.away(reason);
  }
}
