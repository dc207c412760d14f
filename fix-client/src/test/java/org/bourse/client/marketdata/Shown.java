package org.bourse.client.marketdata;

import java.math.BigDecimal;
import java.util.List;

/**
 * A book as text, for comparison: best first, a line a level or an order.
 *
 * @param bids such as {@code 585.93 x 63}, with the number of orders where it is by price
 * @param offers as the bids
 */
public record Shown(List<String> bids, List<String> offers) {

  /** A price and what stands there. */
  public static String line(BigDecimal price, BigDecimal size) {
    return price.stripTrailingZeros().toPlainString()
        + " x "
        + size.stripTrailingZeros().toPlainString();
  }

  /** A price, what stands there, and of how many orders. */
  public static String line(BigDecimal price, BigDecimal size, int orders) {
    return line(price, size) + " of " + orders;
  }

  /** Both sides cut to so many lines. */
  public Shown best(int lines) {
    return new Shown(
        bids.subList(0, Math.min(lines, bids.size())),
        offers.subList(0, Math.min(lines, offers.size())));
  }
}
