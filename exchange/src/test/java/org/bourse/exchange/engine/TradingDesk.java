package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Conditions;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.DefineInstrument;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.event.CancelRejected;
import org.bourse.exchange.event.ControlAnswered;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.event.MassCanceled;
import org.bourse.exchange.event.OrderReport;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingPhase;
import org.bourse.exchange.model.TradingRules;

/**
 * An engine with one instrument and three participants, a session each. Orders are named C1, C2 and
 * so on, as they come; what has happened is told in lines: ExecType, ClOrdID, fill, LeavesQty,
 * text.
 */
final class TradingDesk {
  static final char LIMIT = '2';
  static final char DAY = '0';
  static final char IOC = '3';
  static final char FOK = '4';

  private final EngineRig rig = new EngineRig(new MatchingEngine(16, 16));
  private int entered;
  private long lastExecId;

  TradingDesk() {
    rig.apply(new DefineSession(1, 1, "S1", "P1"));
    rig.apply(new DefineSession(2, 2, "S2", "P2"));
  }

  MatchingEngine engine() {
    return rig.engine();
  }

  /** ExecID of the last trade or change of one. */
  long lastExecId() {
    return lastExecId;
  }

  void rules(TradingRules rules) {
    Instrument instrument = new Instrument("ABC", 2, 0, 1, 1, 100_000_000, 1_000_000_000, rules);
    rig.apply(new DefineInstrument(0, instrument, true));
  }

  List<String> buy(int session, long price, long quantity) {
    return enter(session, '1', LIMIT, DAY, price, quantity, Conditions.NONE);
  }

  List<String> sell(int session, long price, long quantity) {
    return enter(session, '2', LIMIT, DAY, price, quantity, Conditions.NONE);
  }

  List<String> buy(int session, long price, long quantity, char timeInForce, Conditions asked) {
    return enter(session, '1', LIMIT, timeInForce, price, quantity, asked);
  }

  List<String> sell(int session, long price, long quantity, char timeInForce, Conditions asked) {
    return enter(session, '2', LIMIT, timeInForce, price, quantity, asked);
  }

  List<String> enter(
      int session,
      char side,
      char ordType,
      char timeInForce,
      long price,
      long quantity,
      Conditions asked) {
    String clOrdId = "C" + ++entered;
    return told(
        new NewOrder(
            session,
            0,
            0,
            0,
            price,
            quantity,
            side,
            ordType,
            timeInForce,
            false,
            clOrdId,
            "",
            asked));
  }

  List<String> cancel(int session, char side, String clOrdId) {
    return told(new CancelOrder(session, 0, 0, 0, 0, side, false, "X" + clOrdId, clOrdId));
  }

  List<String> replace(int session, char side, String clOrdId, long price, long quantity) {
    String next = "R" + clOrdId;
    return told(
        new ReplaceOrder(
            session, 0, 0, 0, price, quantity, 0, side, LIMIT, DAY, false, next, clOrdId, ""));
  }

  List<String> phase(TradingPhase phase) {
    return told(Control.of(ControlKind.PHASE).instrument(0).code(phase.code()));
  }

  /** Carries out a command, and tells what has happened. */
  List<String> told(Command command) {
    List<String> lines = new ArrayList<>();
    for (Event event : rig.apply(command)) {
      String line = line(event);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private String line(Event event) {
    if (event instanceof OrderReport report) {
      boolean isTrade = report.execType() == 'F' || report.execType() == 'G';
      lastExecId = isTrade ? report.eventSeq() : lastExecId;
      String fill = isTrade ? " " + report.lastQty() + "@" + report.lastPrice() : "";
      return report.execType()
          + " "
          + report.clOrdId()
          + fill
          + " leaves "
          + report.leavesQty()
          + (report.reasonText().isEmpty() ? "" : ": " + report.reasonText());
    } else if (event instanceof CancelRejected rejected) {
      return "9 " + rejected.clOrdId() + ": " + rejected.reasonText();
    } else if (event instanceof MassCanceled canceled) {
      return "r " + canceled.affected();
    } else if (event instanceof MarketState state && state.kind() != MarketState.PHASE) {
      return "auction " + state.volume() + "@" + state.price() + " surplus " + state.surplus();
    }
    return event instanceof ControlAnswered answer && !answer.done() ? answer.detail() : "";
  }
}
