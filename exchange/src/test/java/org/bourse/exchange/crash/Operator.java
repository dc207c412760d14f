package org.bourse.exchange.crash;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.bourse.exchange.VenueControls;

/**
 * Leads one instrument from phase to phase while the others trade, and holds the exchange to each
 * phase that it has answered for: the one after a start is that, or the one that was asked for when
 * the exchange went away.
 */
final class Operator implements Runnable {
  /** The instrument whose phases change. */
  static final String SYMBOL = "FRAC";

  private static final String CONTINUOUS = "continuous";
  private static final List<String> PHASES =
      List.of(CONTINUOUS, "intraday-auction", "halted", CONTINUOUS, "closing-auction", "closed");
  private static final int MOST_MILLIS = 120;
  private static final int DONE = 200;
  private static final int NO_COMMAND_IS_TAKEN = 503;

  private final VenueControls controls;
  private final Random random;
  private final Faults faults = new Faults("operator");
  private String answered = CONTINUOUS;
  private String asked = CONTINUOUS;
  private final Semaphore isOver = new Semaphore(0);
  private Thread thread = new Thread(this);

  Operator(VenueControls controls, long seed) {
    this.controls = controls;
    random = new Random(seed);
  }

  void begin() {
    isOver.drainPermits();
    thread = new Thread(this, "operator");
    thread.start();
  }

  /** Lets the instrument trade again, and ends. */
  void rest() throws Exception {
    isOver.release();
    thread.join();
    if (!lead(CONTINUOUS)) {
      throw new IOException("no answer to an operator");
    }
  }

  /** What went wrong. */
  List<String> faults() {
    return faults.found();
  }

  @Override
  public void run() {
    try {
      do {
        lead(PHASES.get(random.nextInt(PHASES.size())));
      } while (!isOver.tryAcquire(random.nextInt(MOST_MILLIS), MILLISECONDS));
    } catch (InterruptedException e) {
      faults.add("can't work", e);
    }
  }

  /** Whether there was an answer: an exchange that is away gives none. */
  private boolean lead(String phase) throws InterruptedException {
    try {
      requireAsked();
      asked = phase;
      HttpResponse<String> answer = controls.ask("phase", "symbol", SYMBOL, "phase", phase);
      if (answer.statusCode() == NO_COMMAND_IS_TAKEN) {
        return false;
      }
      if (answer.statusCode() != DONE) {
        faults.add("a control was refused", answer.body());
      }
      answered = phase;
      return true;
    } catch (IOException away) {
      return false;
    }
  }

  /** Where the last answer did not come, nobody knows which of two phases it is. */
  private void requireAsked() throws IOException, InterruptedException {
    String phase = controls.phaseOf(SYMBOL);
    if (!phase.equals(answered) && !phase.equals(asked)) {
      faults.add("neither " + answered + " nor " + asked, phase);
    }
    answered = phase;
  }
}
