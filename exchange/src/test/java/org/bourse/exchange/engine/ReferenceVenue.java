package org.bourse.exchange.engine;

import java.util.List;
import java.util.Set;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.DefineInstrument;
import org.bourse.exchange.command.DefineLimits;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.command.Inquiry;
import org.bourse.exchange.command.MassCancel;
import org.bourse.exchange.command.MassStatus;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.QueryOrder;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.command.SessionRequest;
import org.bourse.exchange.command.StartEngine;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * A venue written as plainly as its rules read, to compare the engine with. It shares no code with
 * the engine and knows nothing of bytes.
 */
final class ReferenceVenue {
  private static final int ID_LENGTH = 64;

  private final ReferenceMarket market = new ReferenceMarket();
  private final ReferenceControls controls = new ReferenceControls(market);
  private final ReferenceBestOnly bestOnly = new ReferenceBestOnly(market);
  private final ReferenceDefinitions definitions = new ReferenceDefinitions(market);

  /**
   * The events that a command gives.
   *
   * @param command null: bytes that are no command
   */
  List<Event> apply(long time, @Nullable Command command) {
    market.time.now = time;
    market.reports.begin();
    if (command == null || !carryOut(command)) {
      market.reports.notUsable();
    }
    market.listings.forEach(this::triggerStops);
    bestOnly.check();
    return market.reports.taken();
  }

  private void triggerStops(ReferenceListing listing) {
    if (listing.book.isTouched) {
      market.stops.trigger(listing);
      listing.book.isTouched = false;
    }
  }

  /** So many events of the engine are told by none of these. */
  void skip(int events) {
    market.reports.skip(events);
  }

  /** All that it knows. */
  ReferenceMarket market() {
    return market;
  }

  /** What has happened so far that events do not say. */
  Set<Object> reached() {
    return market.reached;
  }

  private boolean carryOut(Command command) {
    if (command instanceof DefineInstrument define) {
      return definitions.instrument(define);
    } else if (command instanceof DefineSession define) {
      return market.sessions.define(define);
    } else if (command instanceof DefineLimits define) {
      return definitions.limits(define);
    } else if (command instanceof Control control) {
      return controls.carryOut(control);
    } else if (command instanceof StartEngine start) {
      market.inquiries.clear();
      String version = Integer.toString(start.engineVersion());
      market.reports.notice(-1, -1, NoticeKind.ENGINE_STARTED, version);
      return true;
    }
    SessionRequest request = (SessionRequest) command;
    if (!market.sessions.has(request.sessionId())) {
      return false;
    }
    return !market.sessions.goOnTo(request)
        || carryOut(market.sessions.get(request.sessionId()).participantId(), request);
  }

  private boolean carryOut(int participantId, SessionRequest request) {
    if (!hasUsableNames(request)) {
      return false;
    }
    if (request instanceof NewOrder order) {
      market.entry.enter(participantId, order);
    } else if (request instanceof ReplaceOrder || request instanceof CancelOrder) {
      market.changes.request(participantId, request);
    } else if (request instanceof QueryOrder query) {
      market.queries.one(participantId, query);
    } else if (request instanceof MassStatus query) {
      market.queries.many(participantId, query);
    } else if (request instanceof MassCancel cancel) {
      market.queries.massCancel(participantId, cancel);
    } else if (request instanceof Inquiry inquiry) {
      return market.inquiries.ask(participantId, inquiry);
    } else {
      return refuse(participantId, (Refused) request);
    }
    return true;
  }

  private static boolean hasUsableNames(SessionRequest request) {
    if (request instanceof NewOrder order) {
      return isId(order.clOrdId()) && fits(order.account());
    } else if (request instanceof ReplaceOrder replace) {
      return isId(replace.clOrdId()) && fits(replace.origClOrdId()) && fits(replace.account());
    } else if (request instanceof CancelOrder cancel) {
      return isId(cancel.clOrdId()) && fits(cancel.origClOrdId());
    } else if (request instanceof MassCancel cancel) {
      return isId(cancel.clOrdId());
    } else if (request instanceof QueryOrder query) {
      return fits(query.clOrdId()) && fits(query.ordStatusReqId());
    } else if (request instanceof MassStatus query) {
      return fits(query.requestId());
    }
    return !(request instanceof Inquiry inquiry) || fits(inquiry.requestId());
  }

  private boolean refuse(int participantId, Refused request) {
    switch (request.answer()) {
      case '8' -> market.entry.refuse(participantId, request, isId(request.clOrdId()));
      case '9' -> market.changes.refuse(participantId, request, isId(request.clOrdId()));
      case 'j', '3' -> market.reports.refused(request);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean isId(String clOrdId) {
    return !clOrdId.isEmpty() && fits(clOrdId);
  }

  private static boolean fits(String text) {
    return text.length() <= ID_LENGTH;
  }
}
