package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.DefineInstrument;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.Events;
import org.bourse.exchange.model.Instrument;

/** An engine that knows one instrument and one session, and the events of each command. */
final class EngineRig {
  private static final Instrument ABC =
      new Instrument("ABC", 2, 0, 1, 1, 100_000_000, 1_000_000_000);

  private final MatchingEngine engine;
  private long position;

  EngineRig(MatchingEngine engine) {
    this.engine = engine;
    apply(new DefineInstrument(0, ABC, true));
    apply(new DefineSession(0, 0, "S", "P"));
  }

  MatchingEngine engine() {
    return engine;
  }

  List<Event> apply(Command command) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[Commands.MAX_LENGTH]);
    return apply(buffer, Commands.encode(command, buffer, 0));
  }

  List<Event> apply(DirectBuffer buffer, int length) {
    List<Event> events = new ArrayList<>();
    engine.apply(
        ++position,
        position,
        buffer,
        0,
        length,
        (event, offset, size) -> events.add(Events.decode(event, offset, size)));
    events.removeIf(MarketAudit::isOfMarket);
    return events;
  }

  static NewOrder order(int number, char side, long price, long quantity) {
    return new NewOrder(0, 0, number, 0, price, quantity, side, '2', '0', false, "C" + number, "");
  }
}
