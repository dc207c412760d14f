package org.bourse.client.venue;

import java.util.function.Consumer;
import java.util.function.Predicate;
import quickfix.Message;

/** What a venue does wrong, on purpose. The defaults do nothing. */
public final class Faults {

  private Predicate<Message> refuse = request -> false;
  private Predicate<Message> unsupported = request -> false;
  private Predicate<Message> silent = request -> false;
  private Consumer<Message> alter = report -> {};
  private Predicate<Message> lose = report -> false;
  private Predicate<Message> repeat = report -> false;
  private boolean markRepeats = true;

  /** Answers these requests with a rejecting report. */
  public Faults refuse(Predicate<Message> requests) {
    refuse = requests;
    return this;
  }

  /** Answers these requests with BusinessMessageReject. */
  public Faults unsupported(Predicate<Message> requests) {
    unsupported = requests;
    return this;
  }

  /** Does not answer these requests. */
  public Faults silent(Predicate<Message> requests) {
    silent = requests;
    return this;
  }

  /** Changes reports before they go out. */
  public Faults alter(Consumer<Message> change) {
    alter = change;
    return this;
  }

  /** Does not send these reports. */
  public Faults lose(Predicate<Message> reports) {
    lose = reports;
    return this;
  }

  /** Sends these reports twice, the second with PossResend=Y if marked. */
  public Faults repeat(Predicate<Message> reports, boolean marked) {
    repeat = reports;
    markRepeats = marked;
    return this;
  }

  boolean refuses(Message request) {
    return refuse.test(request);
  }

  boolean isUnsupported(Message request) {
    return unsupported.test(request);
  }

  boolean isSilent(Message request) {
    return silent.test(request);
  }

  void apply(Message report) {
    alter.accept(report);
  }

  boolean loses(Message report) {
    return lose.test(report);
  }

  boolean repeats(Message report) {
    return repeat.test(report);
  }

  boolean marksRepeats() {
    return markRepeats;
  }
}
