package org.bourse.exchange.engine;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bourse.exchange.event.CancelRejected;
import org.bourse.exchange.event.ControlAnswered;
import org.bourse.exchange.event.EngineNotice;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.InquiryAnswered;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.event.MassCanceled;
import org.bourse.exchange.event.OrderReport;
import org.bourse.exchange.event.TradeCaptured;
import org.bourse.exchange.model.InquiryKind;

/** What random runs have had, to see that they leave nothing out. */
final class RandomReached {
  private final Set<Object> reached = new HashSet<>();
  private final BitSet execTypes = new BitSet();
  private final BitSet ordStatuses = new BitSet();

  /** Kinds of notices, words of refusals, and what else has been noted by a name of its own. */
  Set<Object> all() {
    Set<Object> all = new HashSet<>(reached);
    execTypes.stream().forEach(code -> all.add("150=" + (char) code));
    ordStatuses.stream().forEach(code -> all.add("39=" + (char) code));
    return all;
  }

  void note(List<Event> events) {
    events.forEach(this::note);
  }

  private void note(Event event) {
    if (event instanceof EngineNotice notice) {
      reached.add(notice.kind());
    } else if (event instanceof OrderReport report) {
      note(report);
    } else if (event instanceof CancelRejected rejected) {
      words(rejected.reasonText());
    } else if (event instanceof MassCanceled canceled) {
      reached.add("r with 531=" + canceled.response() + " 532=" + canceled.reason());
    } else if (event instanceof ControlAnswered answer) {
      reached.add(answer.done() ? answer.kind() : answer.kind() + ": " + answer.detail());
    } else if (event instanceof MarketState state) {
      note(state);
    } else if (event instanceof InquiryAnswered answer && answer.refSeqNum() != 0) {
      reached.add(String.valueOf(InquiryKind.of(answer.kind())));
    } else if (event instanceof TradeCaptured trade) {
      reached.add(trade.quantity() == 0 ? "a busted trade told again" : "a trade told again");
    }
  }

  private void note(MarketState state) {
    switch (state.kind()) {
      case MarketState.PHASE -> reached.add(state.phase());
      case MarketState.INDICATIVE -> reached.add("indicative price");
      default -> reached.add("an auction with a price");
    }
    words(state.reasonText());
  }

  private void words(String text) {
    if (!text.startsWith("Text") && !text.startsWith("=")) {
      reached.add(text);
    }
  }

  private void note(OrderReport report) {
    execTypes.set(report.execType());
    ordStatuses.set(report.ordStatus());
    words(report.reasonText());
    boolean isAuction = report.aggressor() == 2 && report.contraOrderId() != 0;
    if (isAuction) {
      reached.add("40=" + report.ordType() + " trades in an auction");
      reached.add("59=" + report.timeInForce() + " trades in an auction");
    }
    if (report.execType() == 'F' && report.details().maxFloor() != 0) {
      reached.add(isAuction ? "an iceberg trades in an auction" : "an iceberg trades");
    }
    if (report.execType() == 'F') {
      reached.add("a fill with 39=" + report.ordStatus());
      reached.add(report.details().elsewhere() ? "a fill elsewhere" : "a fill");
    }
    if ((report.execType() == 'H' || report.execType() == 'G') && report.leavesQty() > 0) {
      reached.add("150=" + report.execType() + " with LeavesQty");
    }
    if (report.execType() == 'D') {
      reached.add("150=D with 378=" + report.details().restatementReason());
    }
    if (report.execType() == '4' && report.details().restatementReason() >= 0) {
      reached.add("150=4 with 378=" + report.details().restatementReason());
    }
    if (report.details().dayOrderQty() >= 0) {
      reached.add("day fields with 150=" + report.execType());
    }
  }
}
