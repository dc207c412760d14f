package org.bourse.client.order;

import java.util.concurrent.Callable;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.fix.Requests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code order buy} and {@code order sell}. */
@Command
final class NewOrderCommand implements Callable<Integer> {

  private final Console console;
  private final OrderSide side;

  @Mixin private final RequestOptions options = new RequestOptions();
  @Mixin private final TermOptions termOptions = new TermOptions();

  @Parameters(index = "0", paramLabel = "QTY", description = "OrderQty(38)")
  private String quantity = "";

  @Parameters(index = "1", paramLabel = "SYMBOL", description = "Symbol(55)")
  private String symbol = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "PRICE",
      description = "Price(44); a market order without it")
  private @Nullable String price;

  NewOrderCommand(Console console, OrderSide side) {
    this.console = console;
    this.side = side;
  }

  @Override
  public Integer call() throws CouldNotRun, InterruptedException {
    return new Conversation(
            console,
            options.session().endpoint(),
            Requests.newOrder(
                options.clOrdId(), termOptions.terms(side.code, quantity, symbol, price)))
        .hold(options.waiting());
  }
}
