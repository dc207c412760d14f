package org.bourse.exchange.fix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.bourse.exchange.event.codec.BookChangedDecoder;
import org.bourse.exchange.event.codec.DayFiguresDecoder;
import org.bourse.exchange.event.codec.InquiryAnsweredDecoder;
import org.bourse.exchange.event.codec.MarketStateDecoder;
import org.bourse.exchange.event.codec.MessageHeaderDecoder;
import org.bourse.exchange.event.codec.OrderReportDecoder;
import org.bourse.exchange.marketdata.MarketBook;
import org.bourse.exchange.model.InquiryKind;
import org.bourse.exchange.sequencer.EventHandler;

/** Keeps the books of all instruments as the events tell, and says when one has changed. */
final class MarketFollower implements EventHandler {
  private static final byte NEWS_FROM = 'F'; // of a trade, as its correction and its bust

  /** Told of what happens, between commands. */
  interface Listener {
    /** A command has changed what a book shows, or its statistics, or has traded. */
    void changed(MarketBook book);

    /** A MarketDataRequest(V) has its turn. */
    void asked(int session, int epoch, int msgSeqNum);
  }

  private final Listener listener;
  private final List<MarketBook> books = new ArrayList<>();
  private final Set<MarketBook> changed = new LinkedHashSet<>();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final OrderReportDecoder report = new OrderReportDecoder();
  private final BookChangedDecoder book = new BookChangedDecoder();
  private final DayFiguresDecoder figures = new DayFiguresDecoder();
  private final MarketStateDecoder state = new MarketStateDecoder();
  private final InquiryAnsweredDecoder answered = new InquiryAnsweredDecoder();
  private boolean isWithinCommand;

  MarketFollower(Listener listener) {
    this.listener = listener;
  }

  /** The book of an instrument. */
  MarketBook book(int instrumentId) {
    while (books.size() <= instrumentId) {
      books.add(new MarketBook(books.size()));
    }
    return books.get(instrumentId);
  }

  /** Whether a command has changed something, and its last event has not come yet. */
  boolean isWithinCommand() {
    return isWithinCommand;
  }

  @Override
  public void onEvent(long eventSeq, DirectBuffer buffer, int offset, int length) {
    header.wrap(buffer, offset);
    switch (header.templateId()) {
      case OrderReportDecoder.TEMPLATE_ID -> {
        report.wrapAndApplyHeader(buffer, offset, header);
        if (report.execType() >= NEWS_FROM && report.instrumentId() >= 0) {
          isWithinCommand |= book(report.instrumentId()).take(report);
        }
      }
      case BookChangedDecoder.TEMPLATE_ID -> {
        book.wrapAndApplyHeader(buffer, offset, header);
        MarketBook of = book(book.instrumentId());
        changed.add(of);
        isWithinCommand = !of.take(book);
        if (!isWithinCommand) {
          changed.forEach(listener::changed);
          changed.clear();
        }
      }
      case DayFiguresDecoder.TEMPLATE_ID -> {
        figures.wrapAndApplyHeader(buffer, offset, header);
        book(figures.instrumentId()).take(figures);
      }
      case MarketStateDecoder.TEMPLATE_ID -> {
        state.wrapAndApplyHeader(buffer, offset, header);
        book(state.instrumentId()).take(state);
      }
      case InquiryAnsweredDecoder.TEMPLATE_ID -> {
        answered.wrapAndApplyHeader(buffer, offset, header);
        if (answered.kind() == InquiryKind.MARKET_DATA.code()) {
          listener.asked(answered.sessionId(), answered.requestType(), answered.refSeqNum());
        }
      }
      default -> {
        // nothing that the market sees
      }
    }
  }
}
