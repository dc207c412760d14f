package org.bourse.exchange.fix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A FIX message as text, with bars for SOH.
 *
 * @param fields {@code tag=value}, in the message's order
 */
public record FixText(List<String> fields) {
  private static final Set<String> HEADER_AND_TRAILER =
      Set.of("8", "9", "34", "43", "49", "52", "56", "97", "122", "10");
  private static final Set<String> ADMIN = Set.of("A", "0", "1", "2", "3", "4", "5");

  public static FixText of(String raw) {
    return new FixText(List.of(raw.split("\u0001")));
  }

  /** A field's value, empty where the message does not have it. */
  public String get(int tag) {
    String start = tag + "=";
    return fields.stream()
        .filter(field -> field.startsWith(start))
        .map(field -> field.substring(start.length()))
        .findFirst()
        .orElse("");
  }

  public int number(int tag) {
    return Integer.parseInt(get(tag));
  }

  /** Whether it is of the session and not of the application. */
  boolean isAdmin() {
    return ADMIN.contains(get(35));
  }

  public boolean has(int tag) {
    return fields.stream().anyMatch(field -> field.startsWith(tag + "="));
  }

  /** Those of some fields that the message has, in the order asked for. */
  String only(int... tags) {
    List<String> found = new ArrayList<>();
    for (int tag : tags) {
      if (has(tag)) {
        found.add(tag + "=" + get(tag));
      }
    }
    return String.join("|", found);
  }

  /** The body without regard to the order of its fields, which a resent message may change. */
  public List<String> inAnyOrder() {
    return Arrays.stream(body().split("\\|", -1)).sorted().toList();
  }

  /** All but what a resent message may have different. */
  public String body() {
    return fields.stream()
        .filter(field -> !HEADER_AND_TRAILER.contains(field.substring(0, field.indexOf('='))))
        .collect(Collectors.joining("|"));
  }

  /** The body without some fields. */
  String bodyWithout(int... tags) {
    return Arrays.stream(body().split("\\|", -1))
        .filter(field -> Arrays.stream(tags).noneMatch(tag -> field.startsWith(tag + "=")))
        .collect(Collectors.joining("|"));
  }

  @Override
  public String toString() {
    return String.join("|", fields);
  }
}
