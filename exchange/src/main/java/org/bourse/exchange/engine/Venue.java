package org.bourse.exchange.engine;

import java.io.IOException;

/** What holds for the venue as a whole: its switches, its business clock, its day. */
final class Venue {
  private int profile;
  private int configured;
  private long clockOffset;
  private int businessDate;
  private long firstOrderOfDay = 1;
  private long firstMatchOfDay = 1;
  private int day;
  private long scheduledUpTo;
  private int scheduledBy;

  /** The switches that are on: bits of {@link org.bourse.exchange.model.Profile}. */
  int profile() {
    return profile;
  }

  boolean is(int profileSwitch) {
    return (profile & profileSwitch) != 0;
  }

  void profile(int which, int values) {
    profile = (profile & ~which) | (values & which);
  }

  /** The configuration has these switches on: where they are others than before, they hold. */
  void configured(int switches) {
    if (switches != configured) {
      configured = switches;
      profile = switches;
    }
  }

  /** How far the business clock is from the real one, nanoseconds. */
  long clockOffset() {
    return clockOffset;
  }

  void clockOffset(long nanos) {
    clockOffset = nanos;
  }

  /** As yyyymmdd, 0: no day has been begun yet. */
  int businessDate() {
    return businessDate;
  }

  /** A day begins; its orders and matches come after those up to a number. */
  void beginDay(int date, long lastOrder, long lastMatch) {
    businessDate = date;
    firstOrderOfDay = lastOrder + 1;
    firstMatchOfDay = lastMatch + 1;
    day++;
  }

  /** The number of the first match of the day. */
  long firstMatchOfDay() {
    return firstMatchOfDay;
  }

  /** How many days have been begun. */
  int day() {
    return day;
  }

  /** The first OrderID of the day. */
  long firstOrderOfDay() {
    return firstOrderOfDay;
  }

  /** Up to when the schedule has been followed, nanoseconds since 1970 of the business clock. */
  long scheduledUpTo() {
    return scheduledUpTo;
  }

  /** Which schedule that was: the number that it goes by. */
  int scheduledBy() {
    return scheduledBy;
  }

  void scheduled(long upTo, int by) {
    scheduledUpTo = upTo;
    scheduledBy = by;
  }

  void save(StateWriter to) throws IOException {
    to.writeInt(profile);
    to.writeInt(configured);
    to.writeLong(clockOffset);
    to.writeInt(businessDate);
    to.writeLong(firstOrderOfDay);
    to.writeLong(firstMatchOfDay);
    to.writeInt(day);
    to.writeLong(scheduledUpTo);
    to.writeInt(scheduledBy);
  }

  void load(StateReader from) throws IOException {
    profile = from.readInt();
    configured = from.readInt();
    clockOffset = from.readLong();
    businessDate = from.readInt();
    firstOrderOfDay = from.readLong();
    firstMatchOfDay = from.readLong();
    day = from.readInt();
    scheduledUpTo = from.readLong();
    scheduledBy = from.readInt();
  }
}
