package org.bourse.client.scenario.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.bourse.client.fix.Dictionary;

/** Reads {@code venue} lines. */
final class VenueLine {

  private static final Set<String> TYPES = Set.of("D", "G", "F");
  private static final Set<String> INTEGERS = Set.of("count", "reason");

  private final Dictionary dictionary;
  private final Values values;

  VenueLine(Dictionary dictionary, Values values) {
    this.dictionary = dictionary;
    this.values = values;
  }

  Step read(Place place, List<Token> tokens) throws Fault {
    if (tokens.size() < 2) {
      throw new Fault("venue: what shall it do?");
    }
    String control = tokens.get(1).text();
    if (tokens.size() == 2) {
      switch (control) {
        case "kill" -> {
          return new Step.Exchange(place, Step.Exchange.Act.KILL);
        }
        case "stop" -> {
          return new Step.Exchange(place, Step.Exchange.Act.STOP);
        }
        case "start" -> {
          return new Step.Exchange(place, Step.Exchange.Act.START);
        }
        default -> {}
      }
    }
    List<String> positions = VenueForm.positions(control);
    if (positions == null) {
      throw new Fault("no venue control is called '" + control + "'");
    }
    return new Step.Venue(place, control, parameters(control, positions, tokens));
  }

  private Map<String, Parameter> parameters(
      String control, List<String> positions, List<Token> tokens) throws Fault {
    Map<String, Parameter> found = new LinkedHashMap<>();
    int position = 0;
    for (Token token : tokens.subList(2, tokens.size())) {
      if (token.kind() != Token.Kind.WORD) {
        throw new Fault("venue lines have no brackets");
      }
      if (token.equalsSign() > 0) {
        String name = name(token.key());
        put(found, name, parameter(name, token.value()));
      } else if (position == positions.size()) {
        throw new Fault("venue " + control + ": '" + token.text() + "' is one too many");
      } else {
        String name = positions.get(position++).replace("?", "");
        if (name.equals("symbol") && control.equals("done-for-day") && token.startsWith("$")) {
          name = "order";
        }
        put(found, name, parameter(name, token));
      }
    }
    for (String name : positions.subList(position, positions.size())) {
      boolean orderInstead = name.equals("symbol") && found.containsKey("order");
      if (!name.endsWith("?") && !found.containsKey(name) && !orderInstead) {
        throw new Fault("venue " + control + ": " + name + " is missing");
      }
    }
    return found;
  }

  private static void put(Map<String, Parameter> found, String name, Parameter parameter)
      throws Fault {
    if (found.put(name, parameter) != null) {
      throw new Fault(name + " is said twice");
    }
  }

  /** A parameter's own name, or the one of the field with this tag or name. */
  private String name(String key) throws Fault {
    OptionalInt tag =
        key.matches("\\d+") ? OptionalInt.of(Integer.parseInt(key)) : dictionary.tag(key);
    if (tag.isEmpty()) {
      return key;
    }
    String name = VenueForm.parameter(tag.getAsInt());
    if (name == null) {
      throw new Fault("no venue control takes " + key);
    }
    return name;
  }

  private Parameter parameter(String name, Token token) throws Fault {
    if (token.startsWith("$")) {
      return new Parameter(Parameter.Kind.CAPTURED, values.known(token));
    }
    String text = token.text();
    if (name.equals("session")) {
      return new Parameter(Parameter.Kind.SESSION, text);
    }
    if (INTEGERS.contains(name)) {
      if (!text.matches("\\d{1,9}")) {
        throw new Fault(name + " must be an integer, not '" + text + "'");
      }
      return new Parameter(Parameter.Kind.NUMBER, text);
    }
    if (name.equals("type") && !TYPES.contains(text)) {
      throw new Fault("a type of request is D, G or F, not '" + text + "'");
    }
    boolean at = name.equals("price") && text.startsWith("@");
    return new Parameter(Parameter.Kind.TEXT, at ? text.substring(1) : text);
  }
}
