package org.bourse.client.order;

import org.bourse.client.cli.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code order}: the verbs of a single request. */
@Command
public final class OrderCommand {

  private OrderCommand() {}

  /**
   * The command with its verbs.
   *
   * @param console where they print
   * @return to be added to the root command
   */
  public static CommandLine commandLine(Console console) {
    CommandLine order = new CommandLine(new OrderCommand());
    describe(order, "Send one request and print what comes back.");
    add(order, "buy", new NewOrderCommand(console, OrderSide.buy), "Buy: NewOrderSingle(D).");
    add(order, "sell", new NewOrderCommand(console, OrderSide.sell), "Sell: NewOrderSingle(D).");
    add(order, "cancel", new CancelCommand(console), "Cancel: OrderCancelRequest(F).");
    add(order, "replace", new ReplaceCommand(console), "Replace: OrderCancelReplaceRequest(G).");
    add(order, "status", new StatusCommand(console), "Ask how it is: OrderStatusRequest(H).");
    return order;
  }

  private static void add(CommandLine order, String verb, Object command, String what) {
    CommandLine line = new CommandLine(command);
    describe(line, what);
    order.addSubcommand(verb, line);
  }

  private static void describe(CommandLine line, String what) {
    line.getCommandSpec().usageMessage().description(what);
  }
}
