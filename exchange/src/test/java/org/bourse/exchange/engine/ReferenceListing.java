package org.bourse.exchange.engine;

import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/** An instrument as it is defined now, and its book. */
final class ReferenceListing {
  final ReferenceBook book = new ReferenceBook();
  Instrument instrument;
  boolean enabled;

  ReferenceListing(Instrument instrument, boolean enabled) {
    this.instrument = instrument;
    this.enabled = enabled;
  }

  static boolean isSound(Instrument instrument) {
    return isText(instrument.symbol(), Instrument.SYMBOL_LENGTH)
        && instrument.priceScale() <= 9
        && instrument.quantityScale() <= 9
        && isSound(instrument.tickSize(), instrument.maxPrice())
        && isSound(instrument.lotSize(), instrument.maxQuantity());
  }

  private static boolean isSound(long step, long max) {
    return step > 0 && step <= max && max <= Instrument.LARGEST;
  }

  private static boolean isText(String text, int longest) {
    return !text.isEmpty() && text.length() <= longest;
  }

  boolean mayBecome(Instrument next) {
    boolean sameSteps =
        instrument.tickSize() == next.tickSize() && instrument.lotSize() == next.lotSize();
    return instrument.symbol().equals(next.symbol())
        && instrument.priceScale() == next.priceScale()
        && instrument.quantityScale() == next.quantityScale()
        && (sameSteps || book.isEmpty());
  }

  @Nullable String quantityFault(long quantity) {
    if (quantity <= 0) {
      return "OrderQty must be above 0";
    } else if (quantity > instrument.maxQuantity()) {
      return "OrderQty is above the maximum";
    } else if (quantity % instrument.lotSize() != 0) {
      return "OrderQty is not a multiple of the lot size";
    }
    return null;
  }

  @Nullable String priceFault(long price) {
    if (price <= 0) {
      return "Price must be above 0";
    } else if (price > instrument.maxPrice()) {
      return "Price is above the maximum";
    } else if (price % instrument.tickSize() != 0) {
      return "Price is not a multiple of the tick size";
    }
    return null;
  }
}
