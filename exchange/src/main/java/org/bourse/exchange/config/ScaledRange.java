package org.bourse.exchange.config;

import java.math.BigDecimal;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * The three keys that say how prices, or quantities, are counted: the step, the decimal places, the
 * largest value.
 *
 * @param stepKey such as {@code tick}
 * @param scaleKey such as {@code price-scale}; by default the decimal places of the step as written
 * @param mostKey such as {@code max-price}
 * @param defaultStep null if the step must be given
 * @param defaultMost in units, not scaled; lowered where its scaled value would be too large
 */
record ScaledRange(
    String stepKey, String scaleKey, String mostKey, @Nullable Long defaultStep, long defaultMost) {

  private static final int LARGEST_SCALE = 9;

  /** What was read: the scale, and step and largest value scaled by it. */
  record Scaled(int scale, long step, long most) {}

  /** Reads the keys, or reports their faults and returns null. */
  @Nullable Scaled read(Section entry) {
    if (defaultStep == null) {
      entry.require(stepKey);
    }
    BigDecimal step = positive(entry, stepKey);
    if (!entry.has(stepKey) && defaultStep != null) {
      step = BigDecimal.valueOf(defaultStep);
    }
    BigDecimal givenMost = positive(entry, mostKey);
    Integer scale = scale(entry, step);
    if (scale == null) {
      return null;
    }
    Long scaledStep = step == null ? null : scaled(entry, stepKey, step, scale);
    BigDecimal most = entry.has(mostKey) ? givenMost : usualMost(scale);
    Long scaledMost = most == null ? null : scaled(entry, mostKey, most, scale);
    if (step == null || most == null || scaledStep == null || scaledMost == null) {
      return null;
    }
    if (most.compareTo(step) < 0) {
      entry.fault(
          mostKey,
          entry.has(mostKey)
              ? "below " + stepKey + " " + plain(step) + ", was " + plain(most)
              : "missing, its default " + plain(most) + " is below " + stepKey + " " + plain(step));
      return null;
    }
    return new Scaled(scale, scaledStep, scaledMost);
  }

  /** A value at another key, at most the largest; null if the key is absent or faulty. */
  @Nullable Long value(Section entry, String key, Scaled range) {
    BigDecimal number = positive(entry, key);
    Long value = number == null ? null : scaled(entry, key, number, range.scale());
    if (value != null && value > range.most()) {
      BigDecimal most = BigDecimal.valueOf(range.most(), range.scale());
      entry.fault(key, "above " + mostKey + " " + plain(most) + ", was " + entry.text(key));
      return null;
    }
    return value;
  }

  private static @Nullable BigDecimal positive(Section entry, String key) {
    BigDecimal number = entry.decimal(key);
    if (number != null && number.signum() <= 0) {
      entry.fault(key, "must be above 0, was " + plain(number));
      return null;
    }
    return number;
  }

  /** The scale as given, or else as many places as the step is written with. */
  private @Nullable Integer scale(Section entry, @Nullable BigDecimal step) {
    if (entry.has(scaleKey)) {
      return entry.whole(scaleKey, 0, LARGEST_SCALE);
    }
    if (step == null) {
      return null;
    }
    if (step.scale() > LARGEST_SCALE) {
      entry.fault(
          stepKey, "must have at most " + LARGEST_SCALE + " decimal places, was " + plain(step));
      return null;
    }
    return step.scale();
  }

  private @Nullable Long scaled(Section entry, String key, BigDecimal number, int scale) {
    if (PlainDecimal.places(number) > scale) {
      entry.fault(key, "finer than " + scaleKey + " " + scale + ", was " + plain(number));
      return null;
    }
    BigDecimal largest = BigDecimal.valueOf(Instrument.LARGEST, scale);
    if (number.compareTo(largest) > 0) {
      entry.fault(
          key,
          "must be at most "
              + plain(largest.stripTrailingZeros())
              + " with "
              + scaleKey
              + " "
              + scale
              + ", was "
              + plain(number));
      return null;
    }
    return number.movePointRight(scale).longValueExact();
  }

  private BigDecimal usualMost(int scale) {
    BigDecimal largest = BigDecimal.valueOf(Instrument.LARGEST, scale);
    return BigDecimal.valueOf(defaultMost).min(largest);
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }
}
