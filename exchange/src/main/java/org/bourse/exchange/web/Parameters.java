package org.bourse.exchange.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.venue.VenueState;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one request: each is asked for by name, and what nobody has asked for is a
 * fault.
 */
final class Parameters {
  private static final Pattern LENGTH = Pattern.compile("([+-]?\\d{1,12})(ns|us|ms|s|m|h|d)");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  private final JsonNode json;
  private final VenueState state;
  private final Set<String> asked = new HashSet<>();

  Parameters(JsonNode json, VenueState state) {
    if (!json.isObject()) {
      throw new BadRequest("the parameters must be a JSON object");
    }
    this.json = json;
    this.state = state;
  }

  @Nullable String optional(String name) {
    asked.add(name);
    JsonNode value = json.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw new BadRequest(name + " must be a text or a number");
    }
    String text = value.isNumber() ? number(name, value) : value.asText();
    if (text.length() > Commands.TEXT_LENGTH || text.chars().anyMatch(c -> c < ' ' || c > 0xFF)) {
      throw new BadRequest(
          name + " must have at most " + Commands.TEXT_LENGTH + " printable Latin-1 characters");
    }
    return text;
  }

  private static String number(String name, JsonNode value) {
    try {
      return value.decimalValue().toPlainString();
    } catch (NumberFormatException e) {
      throw new BadRequest(name + " is no number that can be read");
    }
  }

  String required(String name) {
    String text = optional(name);
    if (text == null || text.isEmpty()) {
      throw new BadRequest(name + " is required");
    }
    return text;
  }

  String text(String name) {
    String text = optional(name);
    return text == null ? "" : text;
  }

  long whole(String name, long least, long most, long otherwise) {
    String text = optional(name);
    return text == null ? otherwise : whole(name, text, least, most);
  }

  long requiredWhole(String name, long least, long most) {
    return whole(name, required(name), least, most);
  }

  private static long whole(String name, String text, long least, long most) {
    if (WHOLE.matcher(text).matches()) {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw new BadRequest(name + " must be a whole number from " + least + " to " + most);
  }

  /** A date as yyyymmdd, 0 where there is none. */
  int date(String name) {
    String text = optional(name);
    if (text == null) {
      return 0;
    }
    try {
      LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
      return Integer.parseInt(text);
    } catch (DateTimeException | NumberFormatException e) {
      throw new BadRequest(name + " must be a date such as 20261231");
    }
  }

  /** A decimal, 0 where there is none. */
  BigDecimal decimal(String name) {
    String text = optional(name);
    return text == null ? BigDecimal.ZERO : decimal(name, text);
  }

  BigDecimal requiredDecimal(String name) {
    return decimal(name, required(name));
  }

  private static BigDecimal decimal(String name, String text) {
    if (!DECIMAL.matcher(text).matches() || new BigDecimal(text).signum() <= 0) {
      throw new BadRequest(name + " must be a decimal above 0 with at most 9 places");
    }
    return new BigDecimal(text);
  }

  /** A length of time in nanoseconds, such as 500ms, 1h or -30m. */
  long length(String name) {
    String text = required(name);
    Matcher matcher = LENGTH.matcher(text);
    if (!matcher.matches()) {
      throw new BadRequest(name + " must be a length of time such as 500ms or 1h");
    }
    TimeUnit unit =
        switch (matcher.group(2)) {
          case "ns" -> TimeUnit.NANOSECONDS;
          case "us" -> TimeUnit.MICROSECONDS;
          case "ms" -> TimeUnit.MILLISECONDS;
          case "s" -> TimeUnit.SECONDS;
          case "m" -> TimeUnit.MINUTES;
          case "h" -> TimeUnit.HOURS;
          default -> TimeUnit.DAYS;
        };
    return unit.toNanos(Long.parseLong(matcher.group(1)));
  }

  /** D, F or G. */
  char requestType() {
    String type = required("type");
    if (!type.equals("D") && !type.equals("F") && !type.equals("G")) {
      throw new BadRequest("type must be D, F or G");
    }
    return type.charAt(0);
  }

  VenueState.@Nullable Market optionalMarket() {
    String symbol = optional("symbol");
    if (symbol == null) {
      return null;
    }
    VenueState.Market market = state.market(symbol);
    if (market == null) {
      throw new BadRequest("unknown symbol " + symbol);
    }
    return market;
  }

  int optionalInstrument() {
    VenueState.Market market = optionalMarket();
    return market == null ? -1 : market.instrumentId();
  }

  VenueState.Market market() {
    VenueState.Market market = optionalMarket();
    if (market == null) {
      throw new BadRequest("symbol is required");
    }
    return market;
  }

  int optionalSession() {
    String name = optional("session");
    int id = name == null ? -1 : state.session(name);
    if (name != null && id < 0) {
      throw new BadRequest("unknown session " + name);
    }
    return id;
  }

  boolean isOn(String name) {
    String value = required(name);
    if (!value.equals("on")
        && !value.equals("off")
        && !value.equals("true")
        && !value.equals("false")) {
      throw new BadRequest(name + " must be on or off");
    }
    return value.equals("on") || value.equals("true");
  }

  boolean has(String name) {
    return optional(name) != null;
  }

  /** Nothing else may be there. */
  void requireNoMore() {
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!asked.contains(name)) {
        throw new BadRequest("unknown parameter " + name);
      }
    }
  }
}
