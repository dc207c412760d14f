package org.bourse.client.order;

import java.util.concurrent.Callable;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.fix.Requests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code order replace}. */
@Command
final class ReplaceCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private final RequestOptions options = new RequestOptions();
  @Mixin private final TermOptions termOptions = new TermOptions();

  @Parameters(index = "0", paramLabel = "ORIG_CL_ORD_ID", description = "OrigClOrdID(41)")
  private String origClOrdId = "";

  @Parameters(index = "1", paramLabel = "buy|sell", description = "the order's side")
  private OrderSide side = OrderSide.buy;

  @Parameters(
      index = "2",
      paramLabel = "QTY",
      description = "the new OrderQty(38), what was filled included")
  private String quantity = "";

  @Parameters(index = "3", paramLabel = "SYMBOL", description = "the order's symbol")
  private String symbol = "";

  @Parameters(
      index = "4",
      arity = "0..1",
      paramLabel = "PRICE",
      description = "the new Price(44); a market order without it")
  private @Nullable String price;

  ReplaceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CouldNotRun, InterruptedException {
    return new Conversation(
            console,
            options.session().endpoint(),
            Requests.replace(
                options.clOrdId(),
                origClOrdId,
                termOptions.terms(side.code, quantity, symbol, price)))
        .hold(options.waiting());
  }
}
