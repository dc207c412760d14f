package org.bourse.client.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.scenario.script.Step;
import org.bourse.client.scenario.script.Value;
import org.bourse.client.scenario.wire.Arrival;
import org.bourse.client.scenario.wire.LogonState;
import org.bourse.client.scenario.wire.Outgoing;
import org.bourse.client.scenario.wire.WireField;
import org.bourse.client.scenario.wire.WireMessage;
import org.bourse.client.scenario.wire.WireSession;

/** Cancels what a scenario's sessions leave open, so that the next one finds an empty book. */
final class CleanUp {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String CANCEL_ALL = "7";

  private final Stage stage;
  private final OpenOrders orders;
  private int requests;

  CleanUp(Stage stage, OpenOrders orders) {
    this.stage = stage;
    this.orders = orders;
  }

  /**
   * Asks for all orders of the session to be canceled, and where the venue doesn't know that, for
   * each that its reports left open.
   */
  void cancelAll(Stage.Player player) throws IOException, InterruptedException, CouldNotRun {
    WireSession session = player.wire();
    if (session.progress().state() != LogonState.LOGGED_ON) {
      session.disconnect();
      try {
        new Logons(new Messages(stage)).open(player, begin(player));
      } catch (StepFailed e) {
        throw new IllegalStateException("a Logon without captures", e);
      }
    }
    String clOrdId = nextClOrdId();
    session.send(
        Outgoing.plain(
            "q",
            new WireField(11, clOrdId),
            new WireField(530, CANCEL_ALL),
            new WireField(60, session.now())));
    if (answer(session, clOrdId).equals("r")) {
      return;
    }
    for (OpenOrders.Order order : orders.of(session.id().name())) {
      cancel(session, order);
    }
  }

  private static Step begin(Stage.Player player) {
    return new Step.Begin(player.declared().place(), player.declared());
  }

  private String nextClOrdId() {
    return stage.bindings().onWire(11, new Value.Text("CLEAN-UP-" + ++requests, false));
  }

  private void cancel(WireSession session, OpenOrders.Order order)
      throws IOException, InterruptedException {
    String clOrdId = nextClOrdId();
    session.send(
        Outgoing.plain(
            "F",
            new WireField(11, clOrdId),
            new WireField(41, order.clOrdId()),
            new WireField(37, order.orderId()),
            new WireField(55, order.symbol()),
            new WireField(54, order.side()),
            new WireField(38, order.orderQty()),
            new WireField(60, session.now())));
    answer(session, clOrdId);
  }

  /** The type of the message that answers a request, empty where none comes. */
  private static String answer(WireSession session, String clOrdId) throws InterruptedException {
    Deadline deadline = new Deadline(PATIENCE);
    Arrival arrival = session.inbox().next(deadline.left());
    while (arrival != null && !(arrival instanceof Arrival.Ended)) {
      if (arrival instanceof Arrival.Received received) {
        WireMessage message = received.message();
        boolean fault = List.of("3", "j").contains(message.type());
        if (fault || clOrdId.equals(message.get(11)) || clOrdId.equals(message.get(379))) {
          return message.type();
        }
      }
      arrival = session.inbox().next(deadline.left());
    }
    return "";
  }
}
