package org.bourse.exchange.fix;

import static org.bourse.exchange.fix.RequestFields.code;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.concurrent.TimeUnit;
import org.bourse.exchange.model.ExecInst;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.OrderFault;
import org.bourse.exchange.model.SelfTrade;
import org.jspecify.annotations.Nullable;
import quickfix.FieldConvertError;
import quickfix.field.OrdType;
import quickfix.field.TimeInForce;
import quickfix.field.converter.UtcTimestampConverter;

/** What an order asks for beyond price and quantity, read from its fields. Reused. */
final class OrderTerms {
  /** The last second that nanoseconds since 1970 can tell. */
  private static final long FARTHEST_SECOND = Long.MAX_VALUE / 1_000_000_000;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  long stopPrice;
  long maxFloor;
  long minQuantity;
  long cashQuantity;
  long expireTime;
  int expireDate;
  int execInst;
  int selfTrade;

  /** What FIX 4.4 wants with other fields, and is not there; null: nothing. */
  static @Nullable EdgeRefusal missing(RequestFields fields) {
    byte ordType = code(fields.ordType);
    boolean isStop = ordType == OrdType.STOP_STOP_LOSS || ordType == OrdType.STOP_LIMIT;
    boolean hasLimit = ordType == OrdType.LIMIT || ordType == OrdType.STOP_LIMIT;
    if (hasLimit && fields.price == null) {
      return EdgeRefusal.conditionallyMissing("Price(44) is required for a limit order");
    }
    if (isStop && fields.stopPx == null) {
      return EdgeRefusal.conditionallyMissing("StopPx(99) is required for a stop order");
    }
    boolean isDated = code(fields.timeInForce) == TimeInForce.GOOD_TILL_DATE;
    if (isDated && fields.expireDate == null && fields.expireTime == null) {
      return EdgeRefusal.conditionallyMissing(
          "ExpireDate(432) or ExpireTime(126) is required for Good Till Date");
    }
    return null;
  }

  /** Takes what is no number; returns what the venue does not offer, null: it offers all. */
  @Nullable String takeInstructions(RequestFields fields) {
    execInst = 0;
    if (fields.execInst != null) {
      for (String instruction : fields.execInst.split(" ", -1)) {
        int bit = instruction.length() == 1 ? ExecInst.bit(instruction.charAt(0)) : 0;
        if (bit == 0) {
          return "ExecInst(18) " + instruction + " is not supported";
        }
        execInst |= bit;
      }
    }
    expireDate = fields.expireDate == null ? 0 : date(fields.expireDate);
    expireTime = time(fields.expireTime);
    selfTrade = 0;
    if (fields.selfTrade != null) {
      selfTrade = selfTrade(fields.selfTrade);
      return selfTrade == 0 ? "Self-trade prevention(8000) must be N, A, R, B or D" : null;
    }
    return null;
  }

  private static int selfTrade(String text) {
    SelfTrade mode =
        switch (text) {
          case "N" -> SelfTrade.ALLOWED;
          case "A" -> SelfTrade.CANCEL_AGGRESSOR;
          case "R" -> SelfTrade.CANCEL_RESTING;
          case "B" -> SelfTrade.CANCEL_BOTH;
          case "D" -> SelfTrade.DECREMENT;
          default -> null;
        };
    return mode == null ? 0 : mode.code();
  }

  /** Takes the numbers, in an instrument's scales; returns the first fault, null: none. */
  @Nullable OrderFault takeValues(RequestFields fields, Instrument rules, long quantity) {
    stopPrice = scaled(fields.stopPx, rules.priceScale());
    maxFloor = scaled(fields.maxFloor, rules.quantityScale());
    minQuantity = scaled(fields.minQty, rules.quantityScale());
    cashQuantity = scaled(fields.cashOrderQty, rules.priceScale());
    OrderFault fault = null;
    if (fields.stopPx != null) {
      fault =
          stopPrice == Decimals.TOO_FINE
              ? OrderFault.STOP_PRICE_OFF_TICK
              : rules.stopPriceFault(stopPrice);
    }
    if (fault == null && fields.maxFloor != null) {
      fault =
          maxFloor == Decimals.TOO_FINE
              ? OrderFault.MAX_FLOOR_OFF_LOT
              : rules.maxFloorFault(maxFloor, quantity);
    }
    if (fault == null && fields.minQty != null && minQuantity != 0) {
      fault =
          minQuantity == Decimals.TOO_FINE
              ? OrderFault.MIN_QTY_OFF_LOT
              : rules.minQuantityFault(minQuantity, quantity);
    }
    if (fault == null && fields.cashOrderQty != null) {
      fault = cashFault();
    }
    return fault;
  }

  private @Nullable OrderFault cashFault() {
    if (cashQuantity == Decimals.TOO_FINE) {
      return OrderFault.CASH_TOO_FINE;
    }
    if (cashQuantity <= 0) {
      return OrderFault.CASH_TOO_SMALL;
    }
    return cashQuantity > Instrument.LARGEST ? OrderFault.CASH_TOO_LARGE : null;
  }

  private static long scaled(@Nullable String text, int scale) {
    return text == null ? 0 : Decimals.scaled(text, scale);
  }

  /** Whether a text is a date as FIX has it: yyyymmdd. */
  static boolean isDate(String text) {
    return date(text) != 0;
  }

  private static int date(String text) {
    try {
      LocalDate.parse(text, DATE);
      return Integer.parseInt(text);
    } catch (DateTimeException e) {
      return 0;
    }
  }

  /** Whether a text is a UTCTimestamp. */
  static boolean isTime(String text) {
    return time(text) != 0;
  }

  /** Nanoseconds since 1970, 0 where there is no text or it is no time. */
  static long time(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    try {
      LocalDateTime time = UtcTimestampConverter.convertToLocalDateTime(text);
      Instant instant = time.toInstant(ZoneOffset.UTC);
      boolean isSaid = text.startsWith(DATE.format(time));
      boolean fits = Math.abs(instant.getEpochSecond()) < FARTHEST_SECOND;
      return isSaid && fits
          ? TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano()
          : 0;
    } catch (FieldConvertError | DateTimeException e) {
      return 0;
    }
  }
}
