package org.bourse.client.scenario.script;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The controls of a venue and the parameters that stand without a name, in their order. */
final class VenueForm {

  /** A control whose parameters are all named. */
  private static final List<String> NONE = List.of();

  private static final Map<String, List<String>> POSITIONS =
      Map.ofEntries(
          Map.entry("profile", NONE),
          Map.entry("reset", NONE),
          Map.entry("hold", List.of("type")),
          Map.entry("release", List.of("count?")),
          Map.entry("reject-next", List.of("type")),
          Map.entry("delay", List.of("type", "by")),
          Map.entry("fill", List.of("order", "quantity", "price")),
          Map.entry("fill-away", List.of("order", "quantity", "price")),
          Map.entry("bust", List.of("execution")),
          Map.entry("correct", List.of("execution")),
          Map.entry("cancel", List.of("order")),
          Map.entry("reject", List.of("order")),
          Map.entry("enter", List.of("session")),
          Map.entry("restate", List.of("order")),
          Map.entry("stop", List.of("order")),
          Map.entry("suspend", List.of("order")),
          Map.entry("calculated", List.of("order")),
          Map.entry("done-for-day", List.of("symbol")),
          Map.entry("phase", List.of("symbol", "phase")),
          Map.entry("halt", List.of("symbol")),
          Map.entry("resume", List.of("symbol")),
          Map.entry("end-of-day", NONE),
          Map.entry("start-of-day", NONE),
          Map.entry("clock", List.of("by")),
          Map.entry("news", List.of("text")),
          Map.entry("kill-switch", List.of("participant", "on")),
          Map.entry("drop", List.of("session")),
          Map.entry("gap", List.of("session", "count")),
          Map.entry("mute", List.of("session", "for")),
          Map.entry("corrupt", List.of("session", "what")),
          Map.entry("duplicate", List.of("session")),
          Map.entry("half-close", List.of("session")));

  private static final Map<Integer, String> BY_TAG =
      Map.of(
          31,
          "price",
          44,
          "price",
          32,
          "quantity",
          38,
          "quantity",
          378,
          "reason",
          103,
          "reason",
          102,
          "reason",
          58,
          "text",
          55,
          "symbol");

  private VenueForm() {}

  /** The parameters without a name, a question mark behind one that may be missing. */
  static @Nullable List<String> positions(String control) {
    return POSITIONS.get(control);
  }

  /** What the admin interface calls the parameter with a field's tag. */
  static @Nullable String parameter(int tag) {
    return BY_TAG.get(tag);
  }
}
