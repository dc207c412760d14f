package org.bourse.client.order;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.DurationText;
import org.bourse.client.cli.SessionOptions;
import org.bourse.client.fix.Requests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code order status}. */
@Command
final class StatusCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private final SessionOptions session = new SessionOptions();

  @Parameters(index = "0", paramLabel = "CL_ORD_ID", description = "ClOrdID(11) of the order")
  private String clOrdId = "";

  @Parameters(index = "1", paramLabel = "buy|sell", description = "the order's side")
  private OrderSide side = OrderSide.buy;

  @Parameters(index = "2", paramLabel = "SYMBOL", description = "the order's symbol")
  private String symbol = "";

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      converter = DurationText.class,
      description = "how long to listen (default: until it is answered and then quiet for 500ms)")
  private @Nullable Duration wait;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CouldNotRun, InterruptedException {
    return new Conversation(
            console,
            session.endpoint(),
            Requests.status(clOrdId, side.code, symbol, UniqueId.next()))
        .hold(wait);
  }
}
