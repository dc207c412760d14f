package org.bourse.exchange.engine;

import java.io.IOException;

/** What holds for the venue as a whole: its switches, its business clock, its day. */
final class Venue {
  private int profile;
  private long clockOffset;
  private int businessDate;
  private long firstOrderOfDay = 1;
  private long firstTradeOfDay = 1;
  private int day;
  private long scheduledUpTo;

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

  /** A day begins; its orders and trades come after those up to a number. */
  void beginDay(int date, long lastOrder, long lastTrade) {
    businessDate = date;
    firstOrderOfDay = lastOrder + 1;
    firstTradeOfDay = lastTrade + 1;
    day++;
  }

  /** How many days have been begun. */
  int day() {
    return day;
  }

  /** The first OrderID of the day. */
  long firstOrderOfDay() {
    return firstOrderOfDay;
  }

  /** The match number of the first trade of the day. */
  long firstTradeOfDay() {
    return firstTradeOfDay;
  }

  /** Up to when the schedule has been followed, nanoseconds since 1970 of the business clock. */
  long scheduledUpTo() {
    return scheduledUpTo;
  }

  void scheduledUpTo(long time) {
    scheduledUpTo = time;
  }

  void save(StateWriter to) throws IOException {
    to.writeInt(profile);
    to.writeLong(clockOffset);
    to.writeInt(businessDate);
    to.writeLong(firstOrderOfDay);
    to.writeLong(firstTradeOfDay);
    to.writeInt(day);
    to.writeLong(scheduledUpTo);
  }

  void load(StateReader from) throws IOException {
    profile = from.readInt();
    clockOffset = from.readLong();
    businessDate = from.readInt();
    firstOrderOfDay = from.readLong();
    firstTradeOfDay = from.readLong();
    day = from.readInt();
    scheduledUpTo = from.readLong();
  }
}
