package org.bourse.exchange.engine;

import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.model.Instrument;

/** Prices and quantities of controls in the scales of an instrument. */
final class ControlValues {
  private static final long CANT_BE = -1;
  private static final int BYTE = 0xFF;

  private ControlValues() {}

  /** The price, 0: none; below 0: it can't be one of the instrument. */
  static long price(ControlDecoder control, Instrument rules) {
    int scale = control.mask() >>> Byte.SIZE & BYTE;
    return isAsWritten(control)
        ? scaled(control.price(), scale, rules.priceScale())
        : control.price();
  }

  /** The quantity, 0: none; below 0: it can't be one of the instrument. */
  static long quantity(ControlDecoder control, Instrument rules) {
    int scale = control.mask() & BYTE;
    return isAsWritten(control)
        ? scaled(control.quantity(), scale, rules.quantityScale())
        : control.quantity();
  }

  private static boolean isAsWritten(ControlDecoder control) {
    return (control.mask() & Control.IN_OWN_SCALES) != 0;
  }

  private static long scaled(long value, int from, int to) {
    long scaled = value;
    for (int scale = from; scale < to; scale++) {
      if (scaled > Instrument.LARGEST || scaled < -Instrument.LARGEST) {
        return CANT_BE;
      }
      scaled *= 10;
    }
    for (int scale = from; scale > to; scale--) {
      if (scaled % 10 != 0) {
        return CANT_BE;
      }
      scaled /= 10;
    }
    return scaled;
  }
}
