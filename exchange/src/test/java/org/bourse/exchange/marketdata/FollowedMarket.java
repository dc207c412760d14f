package org.bourse.exchange.marketdata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.bourse.exchange.engine.EventSink;
import org.bourse.exchange.event.BookChanged;
import org.bourse.exchange.event.DayFigures;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.Events;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.event.MassCanceled;
import org.bourse.exchange.event.OrderReport;
import org.bourse.exchange.event.codec.BookChangedDecoder;
import org.bourse.exchange.event.codec.DayFiguresDecoder;
import org.bourse.exchange.event.codec.MarketStateDecoder;
import org.bourse.exchange.event.codec.MessageHeaderDecoder;
import org.bourse.exchange.event.codec.OrderReportDecoder;

/** Follows an engine's events, and tells subscribers after each command, or after a few. */
final class FollowedMarket implements EventSink {
  static final String REFILLED = "an iceberg comes again";
  static final String MASS_CANCELED = "several orders leave at once by a mass cancel";

  private final Map<Integer, FollowedInstrument> instruments = new HashMap<>();
  private final SplittableRandom random;
  private final int mostCommands;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final BookChangedDecoder bookChanged = new BookChangedDecoder();
  private final DayFiguresDecoder dayFigures = new DayFiguresDecoder();
  private final MarketStateDecoder marketState = new MarketStateDecoder();
  private final OrderReportDecoder orderReport = new OrderReportDecoder();
  private final Set<String> reached = new HashSet<>();
  private final Set<Long> filledIcebergs = new HashSet<>();
  private boolean isMassCancel;
  private long lastMatchId;
  private long lastMatchBefore; // of the commands before this
  private int commandsLeft = 1;

  /**
   * Follows.
   *
   * @param mostCommands tells subscribers after so many commands that changed something, or fewer
   */
  FollowedMarket(SplittableRandom random, int mostCommands) {
    this.random = random;
    this.mostCommands = mostCommands;
  }

  @Override
  public void onEvent(DirectBuffer buffer, int offset, int length) {
    Event event = Events.decode(buffer, offset, length);
    if (event instanceof OrderReport report) {
      lastMatchId = Math.max(lastMatchId, report.execType() == 'F' ? report.matchId() : 0);
      note(report);
    } else if (event instanceof MassCanceled) {
      isMassCancel = true;
    } else if (event instanceof MarketState state && state.kind() == MarketState.PHASE) {
      boolean dayBegins = state.reasonText().equals("Start of day");
      of(state.instrumentId()).phase(dayBegins, lastMatchBefore, lastMatchId);
    } else if (event instanceof DayFigures figures) {
      of(figures.instrumentId()).take(figures);
    } else if (event instanceof BookChanged changed) {
      note(changed);
      of(changed.instrumentId()).take(changed);
    }
    if (follow(buffer, offset)) {
      commandDone();
    }
  }

  private FollowedInstrument of(int instrumentId) {
    return instruments.computeIfAbsent(instrumentId, FollowedInstrument::new);
  }

  /** Gives the event to the book that it is of; returns whether its command is done. */
  private boolean follow(DirectBuffer buffer, int offset) {
    switch (header.wrap(buffer, offset).templateId()) {
      case OrderReportDecoder.TEMPLATE_ID -> {
        orderReport.wrapAndApplyHeader(buffer, offset, header);
        if (orderReport.instrumentId() >= 0) {
          of(orderReport.instrumentId()).book().take(orderReport);
        }
      }
      case MarketStateDecoder.TEMPLATE_ID -> {
        marketState.wrapAndApplyHeader(buffer, offset, header);
        of(marketState.instrumentId()).book().take(marketState);
      }
      case DayFiguresDecoder.TEMPLATE_ID -> {
        dayFigures.wrapAndApplyHeader(buffer, offset, header);
        of(dayFigures.instrumentId()).book().take(dayFigures);
      }
      case BookChangedDecoder.TEMPLATE_ID -> {
        bookChanged.wrapAndApplyHeader(buffer, offset, header);
        return of(bookChanged.instrumentId()).book().take(bookChanged);
      }
      default -> {
        return false;
      }
    }
    return false;
  }

  private void commandDone() {
    filledIcebergs.clear();
    isMassCancel = false;
    lastMatchBefore = lastMatchId;
    commandsLeft--;
    if (commandsLeft == 0) {
      commandsLeft = mostCommands == 1 ? 1 : random.nextInt(2, mostCommands + 1);
      instruments.values().forEach(instrument -> instrument.publish(random, lastMatchId));
    }
  }

  private void note(OrderReport report) {
    if (report.execType() == 'F' && report.details().maxFloor() > 0 && report.leavesQty() > 0) {
      filledIcebergs.add(report.orderId());
    }
  }

  private void note(BookChanged changed) {
    TrueBook book = of(changed.instrumentId()).truth();
    long gone =
        changed.changes().stream()
            .filter(change -> change.quantity() == 0 && book.has(change.orderId()))
            .count();
    if (isMassCancel && gone > 1) {
      reached.add(MASS_CANCELED);
    }
    for (BookChanged.Change change : changed.changes()) {
      boolean stays = change.quantity() > 0 && book.has(change.orderId());
      if (change.behind() && stays && filledIcebergs.contains(change.orderId())) {
        reached.add(REFILLED);
      }
    }
  }

  /** What has come that the kinds of events do not say. */
  Set<String> reached() {
    return reached;
  }
}
