package org.bourse.client.scenario;

import java.time.Duration;
import java.util.List;
import org.bourse.client.scenario.script.Field;
import org.bourse.client.scenario.script.Step;
import org.bourse.client.scenario.wire.Arrival;
import org.bourse.client.scenario.wire.Inbox;
import org.bourse.client.scenario.wire.WireMessage;
import org.jspecify.annotations.Nullable;

/** Waits for what a step expects, and compares. */
final class Expectations {

  static final int POSS_DUP_FLAG = 43;
  private static final Duration DEF_PATIENCE = Duration.ofSeconds(10);

  /** Fields that name a request by its ClOrdID: ClOrdID, OrigClOrdID, BusinessRejectRefID. */
  private static final int[] NAMING = {11, 41, 379};

  private final Stage stage;

  Expectations(Stage stage) {
    this.stage = stage;
  }

  /**
   * The next message must fit. Messages that keep the session going are passed over where the step
   * expects none such, and where it does, those that don't fit.
   */
  void expect(Step.Expect step) throws StepFailed, InterruptedException {
    if (step.optional()) {
      expectOptional(step);
      return;
    }
    boolean session = WireMessage.isSession(step.type());
    Deadline deadline = new Deadline(step.within());
    Comparison closest = null;
    while (true) {
      WireMessage message = next(step, step.type(), has(step, POSS_DUP_FLAG), deadline, closest);
      Comparison comparison = compare(step, message);
      if (comparison.fits()) {
        stage.bindings().capture(comparison.captured());
        return;
      }
      if (!session || !message.type().equals(step.type())) {
        throw new StepFailed(
            step, "another message than expected", ComparisonText.lines(comparison));
      }
      closest = comparison;
    }
  }

  /** Takes the next message where it fits, and leaves it to the next step where not. */
  private void expectOptional(Step.Expect step) throws InterruptedException {
    Inbox inbox = stage.wire(step).inbox();
    Deadline deadline = new Deadline(step.within());
    Arrival arrival = inbox.next(deadline.left());
    while (arrival != null) {
      WireMessage message = counting(arrival, step.type(), has(step, POSS_DUP_FLAG));
      if (message != null || arrival instanceof Arrival.Ended) {
        Comparison comparison = message == null ? null : compare(step, message);
        if (comparison == null || !comparison.fits()) {
          inbox.putBack(arrival);
        } else {
          stage.bindings().capture(comparison.captured());
        }
        return;
      }
      arrival = inbox.next(deadline.left());
    }
  }

  Comparison compare(Step.Expect step, WireMessage message) {
    return Comparer.compare(step, message, stage.dictionary(), stage.bindings());
  }

  static boolean has(Step.Expect step, int tag) {
    return step.fields().stream().map(Field::tag).anyMatch(found -> found == tag);
  }

  /** The next message that counts for a step; the step fails where none comes in time. */
  WireMessage next(
      Step.OnSession step,
      String type,
      boolean repeatedToo,
      Deadline deadline,
      @Nullable Comparison closest)
      throws StepFailed, InterruptedException {
    Inbox inbox = stage.wire(step).inbox();
    while (true) {
      Arrival arrival = inbox.next(deadline.left());
      if (arrival == null) {
        throw new StepFailed(
            step,
            "nothing " + (closest == null ? "" : "that fits ") + "came within " + deadline,
            closest == null ? List.of() : ComparisonText.lines(closest));
      }
      if (arrival instanceof Arrival.Ended ended) {
        inbox.putBack(ended);
        throw new StepFailed(step, "the connection has ended: " + ended.reason());
      }
      WireMessage message = counting(arrival, type, repeatedToo);
      if (message != null) {
        boolean sound = !(arrival instanceof Arrival.Garbled);
        if (sound && type.equals(Step.Expect.GARBLED)) {
          throw new StepFailed(
              step,
              "a sound message came",
              List.of(stage.surroundings().text().of(message.text())));
        }
        return message;
      }
    }
  }

  /** The message of an arrival, null where a step that expects this type passes it over. */
  private @Nullable WireMessage counting(Arrival arrival, String type, boolean repeatedToo) {
    if (arrival instanceof Arrival.Received received) {
      WireMessage message = received.message();
      boolean passedOver = message.isSession() && !message.type().equals(type);
      return passedOver || isOfBefore(message) ? null : message;
    }
    if (arrival instanceof Arrival.Repeated repeated) {
      return repeatedToo ? repeated.message() : null;
    }
    return arrival instanceof Arrival.Garbled garbled && type.equals(Step.Expect.GARBLED)
        ? garbled.message()
        : null;
  }

  /**
   * Whether it tells again, by PossResend(97), what was before the scenario began: an acceptor may
   * do so after the reset of a session that had lost its connection.
   */
  private boolean isOfBefore(WireMessage message) {
    ClOrdIds clOrdIds = stage.bindings().clOrdIds();
    boolean named = false;
    for (int tag : NAMING) {
      String clOrdId = message.get(tag);
      if (clOrdId != null && clOrdIds.isOwn(clOrdId)) {
        return false;
      }
      named |= clOrdId != null;
    }
    return named && "Y".equals(message.get(97));
  }

  /** Nothing but what keeps the session going may come. */
  void none(Step.ExpectNone step) throws StepFailed, InterruptedException {
    Inbox inbox = stage.wire(step).inbox();
    Deadline deadline = new Deadline(step.howLong());
    Arrival arrival = inbox.next(deadline.left());
    while (arrival != null) {
      if (arrival instanceof Arrival.Ended ended) {
        inbox.putBack(ended);
        return;
      }
      WireMessage message = counting(arrival, "", false);
      if (message != null) {
        String type = new FieldText(stage.dictionary()).value(35, message.type());
        throw new StepFailed(
            step,
            "nothing was to come, but " + type + " did",
            List.of(stage.surroundings().text().of(message.text())));
      }
      arrival = inbox.next(deadline.left());
    }
  }

  /** The next message must be just this, as in a QuickFIX acceptance script. */
  void exactly(Step.ExpectExactly step) throws StepFailed, InterruptedException {
    Deadline deadline = new Deadline(DEF_PATIENCE);
    Arrival arrival = stage.wire(step).inbox().next(deadline.left());
    if (arrival instanceof Arrival.Received received) {
      Comparison comparison =
          DefMessages.compare(step.fields(), received.message(), stage.dictionary());
      if (!comparison.fits()) {
        throw new StepFailed(
            step, "another message than expected", ComparisonText.lines(comparison));
      }
    } else if (arrival instanceof Arrival.Ended ended) {
      throw new StepFailed(step, "the connection has ended: " + ended.reason());
    } else if (arrival instanceof Arrival.Garbled garbled) {
      throw new StepFailed(step, "a garbled message came: " + garbled.fault());
    } else {
      throw new StepFailed(step, "nothing came within " + deadline);
    }
  }

  /** The connection must end, and nothing but what keeps the session going come before. */
  void end(Step.ExpectEnd step) throws StepFailed, InterruptedException {
    Inbox inbox = stage.wire(step).inbox();
    Deadline deadline = new Deadline(step.within());
    while (true) {
      Arrival arrival = inbox.next(deadline.left());
      if (arrival == null) {
        throw new StepFailed(step, "the connection did not end within " + deadline);
      }
      if (arrival instanceof Arrival.Ended) {
        return;
      }
      WireMessage message = counting(arrival, "", false);
      if (message != null && !stage.wire(step).isPlain()) {
        throw new StepFailed(
            step,
            "a message came before the connection ended",
            List.of(stage.surroundings().text().of(message.text())));
      }
    }
  }
}
