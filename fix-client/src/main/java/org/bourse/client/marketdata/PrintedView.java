package org.bourse.client.marketdata;

import java.io.PrintWriter;
import org.bourse.client.cli.Console;

/** Prints what comes to standard output, and tells of the connection on standard error. */
abstract class PrintedView implements View {

  private final Console console;
  private final Notices notices;
  private final Runnable closed;

  /**
   * Prints nothing yet.
   *
   * @param closed called when nobody reads any more
   */
  PrintedView(Console console, Runnable closed) {
    this.console = console;
    this.notices = new Notices(console);
    this.closed = closed;
  }

  @Override
  public final void onUpdate(Update update, MarketBook book) {
    print(update, book);
    if (out().checkError()) {
      closed.run();
    }
  }

  final PrintWriter out() {
    return console.out();
  }

  /** Prints a message that was applied, as {@link #onUpdate} is called. */
  abstract void print(Update update, MarketBook book);

  @Override
  public void connected() {
    notices.connected();
  }

  @Override
  public void waiting(String reason) {
    notices.waiting(reason);
  }

  @Override
  public void away(String reason) {
    notices.away(reason);
  }

  @Override
  public void tell(String notice) {
    notices.tell(notice);
  }

  @Override
  public void close() {
    out().flush();
  }
}
