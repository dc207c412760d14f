package org.bourse.exchange.model;

import java.time.LocalDate;

/** A date as commands and events have it: one number, yyyymmdd. */
public final class BusinessDate {
  private static final int YEAR = 10_000;
  private static final int MONTH = 100;

  private BusinessDate() {}

  /** The number of a date. */
  public static int number(LocalDate date) {
    return date.getYear() * YEAR + date.getMonthValue() * MONTH + date.getDayOfMonth();
  }

  /**
   * The date that has a number.
   *
   * @throws java.time.DateTimeException where none has
   */
  public static LocalDate date(int number) {
    return LocalDate.of(number / YEAR, number / MONTH % MONTH, number % MONTH);
  }
}
