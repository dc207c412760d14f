package org.bourse.client.marketdata;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One price of a side: what the venue says stands there, or its orders one by one. */
final class PriceLevel {

  private final @Nullable BigDecimal price;
  private final Map<String, BigDecimal> orders = new LinkedHashMap<>();
  private BigDecimal size = BigDecimal.ZERO;
  private @Nullable Integer count;

  PriceLevel(@Nullable BigDecimal price) {
    this.price = price;
  }

  /** Null for orders without a price, which come before all others. */
  @Nullable BigDecimal price() {
    return price;
  }

  /** What is shown at this price. */
  BigDecimal size() {
    return size;
  }

  /** How many orders it is, null where the venue does not say. */
  @Nullable Integer count() {
    return count;
  }

  /** By order: sizes by MDEntryID(278), in their turn. Not to be changed. */
  Map<String, BigDecimal> orders() {
    return orders;
  }

  void set(BigDecimal newSize, @Nullable Integer newCount) {
    size = newSize;
    count = newCount;
  }

  /** A new order stands behind the others; one that is there keeps its place. */
  void setOrder(String id, BigDecimal orderSize) {
    BigDecimal was = orders.put(id, orderSize);
    size = size.add(orderSize).subtract(was == null ? BigDecimal.ZERO : was);
    count = orders.size();
  }

  void removeOrder(String id) {
    BigDecimal was = orders.remove(id);
    size = size.subtract(was == null ? BigDecimal.ZERO : was);
    count = orders.size();
  }
}
