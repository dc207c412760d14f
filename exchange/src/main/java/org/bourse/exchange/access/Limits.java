package org.bourse.exchange.access;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much a participant may do, of one instrument or of each. Null: no limit.
 *
 * @param maxOrderQuantity largest OrderQty(38) of an order
 * @param maxNotional largest price times quantity of an order
 * @param priceCollar how far an order's price may be from the reference, in percent of it
 * @param maxOpenOrders how many orders may be open at the same time
 * @param maxGrossPosition largest sum of what was bought and what was sold, open orders included
 * @param duplicateOrderWindow how long an order may not be entered again with the same terms; zero:
 *     it may be at once
 */
public record Limits(
    @Nullable BigDecimal maxOrderQuantity,
    @Nullable BigDecimal maxNotional,
    @Nullable BigDecimal priceCollar,
    @Nullable Integer maxOpenOrders,
    @Nullable BigDecimal maxGrossPosition,
    Duration duplicateOrderWindow) {
  /** No limit at all. */
  public static final Limits NONE = new Limits(null, null, null, null, null, Duration.ZERO);
}
