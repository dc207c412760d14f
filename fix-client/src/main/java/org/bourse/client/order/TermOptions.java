package org.bourse.client.order;

import java.math.BigDecimal;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.fix.Requests.Terms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import quickfix.field.TimeInForce;

/** The terms of an order that have a default. */
final class TermOptions {

  /** TimeInForce(59) by its usual names; lower case, because they are typed. */
  enum Tif {
    day(TimeInForce.DAY),
    gtc(TimeInForce.GOOD_TILL_CANCEL),
    ioc(TimeInForce.IMMEDIATE_OR_CANCEL),
    fok(TimeInForce.FILL_OR_KILL);

    final char code;

    Tif(char code) {
      this.code = code;
    }
  }

  @Option(
      names = "--tif",
      paramLabel = "day|gtc|ioc|fok",
      description = "TimeInForce(59) (default: ${DEFAULT-VALUE})")
  private Tif tif = Tif.day;

  @Option(names = "--account", paramLabel = "ACCOUNT", description = "Account(1) (default: none)")
  private @Nullable String account;

  Terms terms(char side, String quantity, String symbol, @Nullable String price)
      throws CouldNotRun {
    checkNumber("QTY", quantity);
    if (price != null) {
      checkNumber("PRICE", price);
    }
    return new Terms(side, symbol, quantity, price, tif.code, account);
  }

  /** Refuses what is no number; whether it is a good one is for the acceptor to say. */
  static void checkNumber(String name, String text) throws CouldNotRun {
    try {
      new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new CouldNotRun(name + " must be a number, not '" + text + "'", e);
    }
    if (!text.matches("-?[0-9.]+")) {
      throw new CouldNotRun(name + " must be a plain number, not '" + text + "'");
    }
  }
}
