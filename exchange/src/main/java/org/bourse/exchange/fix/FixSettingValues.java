package org.bourse.exchange.fix;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the values of settings may be. QuickFIX/J reads some of them leniently, others late. */
final class FixSettingValues {
  private static final Pattern TIME = Pattern.compile("(\\d{2}:\\d{2}:\\d{2})(\\s+(\\S+))?");
  private static final Set<String> ZONES = Set.of(TimeZone.getAvailableIDs());
  private static final Set<String> DAYS =
      Set.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
  private static final int SHORTEST_DAY = 2;
  private static final int HIGHEST_PORT = 65_535;

  private FixSettingValues() {}

  /** What is wrong with a setting's value; null: nothing, or the setting is not known here. */
  static @Nullable String problem(String key, String value) {
    if (value.contains("${")) {
      return null; // QuickFIX/J puts a system property there
    }
    String expected =
        switch (key) {
          case "CheckLatency",
              "CheckCompID",
              "NonStopSession",
              "UseDataDictionary",
              "ValidateFieldsOutOfOrder",
              "ValidateUnorderedGroupFields",
              "ValidateFieldsHaveValues",
              "ValidateIncomingMessage",
              "ValidateSequenceNumbers",
              "ValidateUserDefinedFields",
              "ValidateChecksum",
              "AllowUnknownMsgFields",
              "ResetOnLogon",
              "ResetOnLogout",
              "ResetOnDisconnect",
              "ResetOnError",
              "RefreshOnLogon",
              "DisconnectOnError",
              "DisableHeartBeatCheck",
              "SendRedundantResendRequests",
              "PersistMessages",
              "ClosedResendInterval",
              "EnableLastMsgSeqNumProcessed",
              "EnableNextExpectedMsgSeqNum",
              "RejectGarbledMessage",
              "RejectInvalidMessage",
              "RejectMessageOnUnhandledException",
              "RequiresOrigSendingTime",
              "ForceResendWhenCorruptedStore",
              "ContinueInitializationOnError",
              "AcceptorTemplate",
              "SocketTcpNoDelay",
              "SocketReuseAddress",
              "SocketKeepAlive",
              "SocketUseSSL",
              "NeedClientAuth" ->
              value.equals("Y") || value.equals("N") ? null : "Y or N";
          case "HeartBtInt", "LogonTimeout", "LogoutTimeout", "MaxLatency" ->
              isWhole(value, 1, Integer.MAX_VALUE) ? null : "a whole number of seconds, 1 or more";
          case "ResendRequestChunkSize", "MaxScheduledWriteRequests" ->
              isWhole(value, 0, Integer.MAX_VALUE) ? null : "a whole number, 0 or more";
          case "SocketAcceptPort" ->
              isWhole(value, 1, HIGHEST_PORT) ? null : "a port, 1 to " + HIGHEST_PORT;
          case "StartTime", "EndTime" ->
              isTime(value) ? null : "a time of day, 00:00:00 to 23:59:59, with or without a zone";
          case "StartDay", "EndDay" -> isDay(value) ? null : "a day of the week";
          case "Weekdays" ->
              Arrays.stream(value.split(",", -1)).allMatch(FixSettingValues::isDay)
                  ? null
                  : "days of the week, separated by commas";
          case "TimeZone" ->
              ZONES.contains(value) ? null : "a time zone, such as UTC or Europe/Berlin";
          default -> null;
        };
    return expected == null ? null : "must be " + expected + ", was \"" + value + '"';
  }

  private static boolean isWhole(String value, int from, int to) {
    if (!value.matches("[0-9]{1,10}")) {
      return false;
    }
    long number = Long.parseLong(value);
    return number >= from && number <= to;
  }

  private static boolean isTime(String value) {
    Matcher matcher = TIME.matcher(value);
    if (!matcher.matches()) {
      return false;
    }
    try {
      LocalTime.parse(matcher.group(1));
    } catch (DateTimeException e) {
      return false;
    }
    return matcher.group(3) == null || ZONES.contains(matcher.group(3));
  }

  private static boolean isDay(String value) {
    String start = value.toLowerCase(Locale.ROOT);
    return start.length() >= SHORTEST_DAY && DAYS.stream().anyMatch(day -> day.startsWith(start));
  }
}
