package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.DefineInstrument;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.QueryOrder;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.command.SessionRequest;
import org.bourse.exchange.command.StartEngine;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * A venue written as plainly as its rules read, to compare the engine with. It shares no code with
 * the engine and knows nothing of bytes.
 */
final class ReferenceVenue {
  private static final int ID_LENGTH = 64;
  private static final int LARGEST_PARTICIPANT_ID = 32_767;

  private final List<ReferenceListing> listings = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();
  private final ReferenceReports reports = new ReferenceReports();
  private final ReferenceEntry entry;
  private final ReferenceChanges changes;
  private int participants;

  private static final class Session {
    final DefineSession definition;
    int epoch;
    int msgSeqNum;

    Session(DefineSession definition) {
      this.definition = definition;
    }

    boolean hasHandled(SessionRequest request) {
      return request.epoch() < epoch
          || (request.epoch() == epoch && request.msgSeqNum() <= msgSeqNum);
    }
  }

  ReferenceVenue() {
    ReferenceOrders orders = new ReferenceOrders();
    ReferenceMatching matching = new ReferenceMatching(reports);
    entry = new ReferenceEntry(listings, orders, matching, reports);
    changes = new ReferenceChanges(listings, orders, matching, reports);
  }

  /**
   * The events that a command gives.
   *
   * @param command null: bytes that are no command
   */
  List<Event> apply(long time, @Nullable Command command) {
    reports.begin(time);
    if (command == null || !carryOut(command)) {
      reports.notice(-1, -1, NoticeKind.COMMAND_NOT_USABLE, "");
    }
    return reports.taken();
  }

  private boolean carryOut(Command command) {
    if (command instanceof DefineInstrument define) {
      return define(define);
    } else if (command instanceof DefineSession define) {
      return define(define);
    } else if (command instanceof StartEngine start) {
      String version = Integer.toString(start.engineVersion());
      reports.notice(-1, -1, NoticeKind.ENGINE_STARTED, version);
      return true;
    } else {
      return request((SessionRequest) command);
    }
  }

  private boolean define(DefineInstrument command) {
    int id = command.instrumentId();
    Instrument instrument = command.instrument();
    if (id < 0 || id > listings.size() || !ReferenceListing.isSound(instrument)) {
      return false;
    }
    if (id < listings.size()) {
      if (!listings.get(id).mayBecome(instrument)) {
        return false;
      }
      listings.get(id).instrument = instrument;
      listings.get(id).enabled = command.enabled();
    } else {
      if (listings.stream().anyMatch(l -> l.instrument.symbol().equals(instrument.symbol()))) {
        return false;
      }
      listings.add(new ReferenceListing(instrument, command.enabled()));
    }
    reports.instrumentDefined(id, instrument);
    return true;
  }

  private boolean define(DefineSession command) {
    int id = command.sessionId();
    int participantId = command.participantId();
    if (id < 0 || id > sessions.size()) {
      return false;
    }
    if (id < sessions.size()) {
      DefineSession first = sessions.get(id).definition;
      if (!first.name().equals(command.name()) || first.participantId() != participantId) {
        return false;
      }
    } else {
      if (participantId < 0
          || participantId > participants
          || participantId > LARGEST_PARTICIPANT_ID) {
        return false;
      }
      participants = Math.max(participants, participantId + 1);
      sessions.add(new Session(command));
    }
    reports.notice(-1, id, NoticeKind.SESSION_DEFINED, command.name());
    return true;
  }

  private boolean request(SessionRequest request) {
    if (request.sessionId() < 0 || request.sessionId() >= sessions.size()) {
      return false;
    }
    Session session = sessions.get(request.sessionId());
    if (request.msgSeqNum() > 0) {
      if (session.hasHandled(request)) {
        reports.notice(request.sessionId(), -1, NoticeKind.REPEATED, "");
        return true;
      }
      session.epoch = request.epoch();
      session.msgSeqNum = request.msgSeqNum();
    }
    return carryOut(session.definition.participantId(), request);
  }

  private boolean carryOut(int participantId, SessionRequest request) {
    if (request instanceof NewOrder order) {
      boolean usable = isId(order.clOrdId()) && fits(order.account());
      if (usable) {
        entry.enter(participantId, order);
      }
      return usable;
    } else if (request instanceof ReplaceOrder replace) {
      boolean usable =
          isId(replace.clOrdId()) && fits(replace.origClOrdId()) && fits(replace.account());
      if (usable) {
        changes.replace(participantId, replace);
      }
      return usable;
    } else if (request instanceof CancelOrder cancel) {
      boolean usable = isId(cancel.clOrdId()) && fits(cancel.origClOrdId());
      if (usable) {
        changes.cancel(participantId, cancel);
      }
      return usable;
    } else if (request instanceof QueryOrder query) {
      boolean usable = fits(query.clOrdId()) && fits(query.ordStatusReqId());
      if (usable) {
        entry.query(participantId, query);
      }
      return usable;
    } else {
      return refuse(participantId, (Refused) request);
    }
  }

  private boolean refuse(int participantId, Refused request) {
    switch (request.answer()) {
      case '8' -> entry.refuse(participantId, request, isId(request.clOrdId()));
      case '9' -> changes.refuse(participantId, request, isId(request.clOrdId()));
      case 'j', '3' ->
          reports.refused(
              new ReferenceReports.Reply(request.sessionId(), request.msgSeqNum()), request);
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
