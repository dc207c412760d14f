package org.bourse.client.order;

import java.util.concurrent.Callable;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.fix.Requests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code order cancel}. */
@Command
final class CancelCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private final RequestOptions options = new RequestOptions();

  @Parameters(index = "0", paramLabel = "ORIG_CL_ORD_ID", description = "OrigClOrdID(41)")
  private String origClOrdId = "";

  @Parameters(index = "1", paramLabel = "buy|sell", description = "the order's side")
  private OrderSide side = OrderSide.buy;

  @Parameters(index = "2", paramLabel = "SYMBOL", description = "the order's symbol")
  private String symbol = "";

  @Parameters(
      index = "3",
      arity = "0..1",
      paramLabel = "QTY",
      description =
          "the order's OrderQty(38), which FIX 4.4 asks for and hardly a venue reads"
              + " (default: ${DEFAULT-VALUE})")
  private String quantity = "1";

  CancelCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CouldNotRun, InterruptedException {
    TermOptions.checkNumber("QTY", quantity);
    return new Conversation(
            console,
            options.session().endpoint(),
            Requests.cancel(options.clOrdId(), origClOrdId, side.code, symbol, quantity))
        .hold(options.waiting());
  }
}
