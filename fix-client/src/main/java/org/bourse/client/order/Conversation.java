package org.bourse.client.order;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.DurationText;
import org.bourse.client.cli.Endpoint;
import org.bourse.client.cli.ExitStatus;
import org.bourse.client.fix.FixSession;
import org.bourse.client.fix.LinkListener;
import org.bourse.client.fix.MessageText;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.field.ClOrdID;

/** One session in which one request is sent, and all that comes back is printed. */
final class Conversation implements LinkListener {

  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofMillis(500);

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final Console console;
  private final Endpoint endpoint;
  private final Message request;
  private final String clOrdId;

  /** A message, and what it means for our request. */
  private record Received(Message message, Answer answer) {}

  Conversation(Console console, Endpoint endpoint, Message request) {
    this.console = console;
    this.endpoint = endpoint;
    this.request = request;
    this.clOrdId = request.getOptionalString(ClOrdID.FIELD).orElseThrow();
  }

  @Override
  public void onMessage(Message message) {
    received.add(new Received(message, Answer.of(message, request)));
  }

  @Override
  public void onRefused(Message reject, String refused) {
    boolean ours = refused.contains("\00111=" + clOrdId + "\001");
    received.add(new Received(reject, ours ? Answer.REFUSED : Answer.NONE));
  }

  /**
   * Sends the request and listens.
   *
   * @param wait how long to listen; null to stop when it was answered and nothing more comes
   * @return the exit status
   */
  int hold(@Nullable Duration wait) throws CouldNotRun, InterruptedException {
    MessageText text = MessageText.fix44();
    try (FixSession session = FixSession.open(endpoint, null, false, this)) {
      session.awaitReady(CONNECT_TIMEOUT);
      session.send(request);
      return listen(session, wait, text);
    }
  }

  private int listen(FixSession session, @Nullable Duration wait, MessageText text)
      throws CouldNotRun, InterruptedException {
    Answer answer = Answer.NONE;
    Duration longest = wait == null ? ANSWER_TIMEOUT : wait;
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      long left = end - System.nanoTime();
      Received next = left > 0 ? received.poll(left, TimeUnit.NANOSECONDS) : received.poll();
      if (next == null) {
        break;
      }
      console.out().println(text.of(next.message));
      console.out().flush();
      if (answer == Answer.NONE) {
        answer = next.answer;
      }
      if (wait == null && answer != Answer.NONE) {
        end = System.nanoTime() + QUIET.toNanos();
      }
    }
    if (answer == Answer.NONE) {
      session.awaitReady(Duration.ZERO);
      throw new CouldNotRun("no answer within " + DurationText.of(longest));
    }
    return answer == Answer.ACCEPTED ? ExitStatus.OK : ExitStatus.NO;
  }
}
