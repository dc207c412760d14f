package org.bourse.client.scenario.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a QuickFIX acceptance script (a {@code *.def} file) as one scenario. Lines: {@code
 * iCONNECT}, {@code iDISCONNECT}, {@code eDISCONNECT}, {@code I8=FIX.4.4...} to send, {@code
 * E8=...} to expect, each with the number of a connection: {@code i1,CONNECT}, {@code I1,8=...}.
 * Fields end with SOH, or with {@code |} in a line that has none.
 */
final class DefReader {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern CONTROL = Pattern.compile("([ie])(\\d*),?(CONNECT|DISCONNECT)");
  private static final Pattern MESSAGE = Pattern.compile("([IE])(?:(\\d+),)?(.*)");
  private static final Pattern FIELD = Pattern.compile("(\\d{1,9})=([^\001]+)\001");
  private static final String SOH = "\001";

  private final Path file;
  private final List<String> faults;
  private final Set<String> connections = new LinkedHashSet<>();
  private final List<Step> steps = new ArrayList<>();

  DefReader(Path file, List<String> faults) {
    this.file = file;
    this.faults = faults;
  }

  Script read(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Place place = new Place(file, i + 1, line.strip().replace(SOH, "|"));
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      Step step = step(place, line);
      if (step == null) {
        faults.add(place + ": '" + place.text() + "' is no line of a QuickFIX acceptance script");
      } else {
        steps.add(step);
      }
    }
    List<Step> all = new ArrayList<>();
    Place begin = new Place(file, 1, "");
    for (String connection : connections) {
      Session session =
          new Session(begin, connection, "", null, null, null, Session.DEFAULT_HEARTBEAT);
      all.add(new Step.Begin(begin, session));
    }
    all.addAll(steps);
    return new Script(file, List.of(new Scenario(begin, id(), "", List.copyOf(all))));
  }

  private String id() {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString().replaceAll("\\.def$", "");
  }

  private @Nullable Step step(Place place, String line) {
    Matcher control = CONTROL.matcher(line.strip());
    if (control.matches()) {
      String connection = connection(control.group(2));
      String what = control.group(1) + control.group(3);
      return switch (what) {
        case "iCONNECT" -> new Step.Connect(place, connection);
        case "iDISCONNECT" -> new Step.Disconnect(place, connection);
        case "eDISCONNECT" -> new Step.ExpectEnd(place, connection, PATIENCE);
        default -> null;
      };
    }
    Matcher message = MESSAGE.matcher(line);
    if (!message.matches()) {
      return null;
    }
    String connection = connection(message.group(2));
    String text = message.group(3);
    String fields = text.contains(SOH) ? text : text.replace("|", SOH);
    return message.group(1).equals("I")
        ? new Step.Bytes(place, connection, fields)
        : new Step.ExpectExactly(place, connection, fields(fields));
  }

  /** The connection's name; what has no number is the first. */
  private String connection(@Nullable String number) {
    String name = number == null || number.isEmpty() ? "1" : number;
    connections.add(name);
    return name;
  }

  private static Map<Integer, String> fields(String text) {
    Map<Integer, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      fields.put(Integer.valueOf(field.group(1)), field.group(2));
    }
    return fields;
  }
}
