package org.bourse.client.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bourse.client.fix.Dictionary;
import org.bourse.client.scenario.Comparison.Row;
import org.bourse.client.scenario.script.Field;
import org.bourse.client.scenario.script.Step;
import org.bourse.client.scenario.script.Value;
import org.bourse.client.scenario.wire.WireMessage;
import org.jspecify.annotations.Nullable;

/** Compares one message with one expectation. */
final class Comparer {

  private static final int TRANSACT_TIME = 60;
  private static final String NUMBER = "[-+]?\\d+(\\.\\d*)?|[-+]?\\.\\d+";

  private final Dictionary dictionary;
  private final Bindings bindings;
  private final FieldText text;
  private final boolean strict;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> captured = new HashMap<>();

  private Comparer(Dictionary dictionary, Bindings bindings, boolean strict) {
    this.dictionary = dictionary;
    this.bindings = bindings;
    this.text = new FieldText(dictionary);
    this.strict = strict;
  }

  static Comparison compare(
      Step.Expect expected, WireMessage message, Dictionary dictionary, Bindings bindings) {
    Comparer comparer = new Comparer(dictionary, bindings, expected.strict());
    comparer.type(expected.type(), message.type());
    comparer.fields(expected.fields(), Groups.of(message, dictionary), "");
    return new Comparison(comparer.rows, comparer.captured);
  }

  private void type(String expected, String received) {
    rows.add(
        new Row(
            text.name(35),
            text.value(35, expected),
            text.value(35, received),
            expected.equals(received) || expected.equals(Step.Expect.GARBLED)));
  }

  private void fields(List<Field> expected, List<ReceivedField> received, String indent) {
    Set<Integer> listed = new HashSet<>();
    for (Field field : expected) {
      listed.add(field.tag());
      field(field, find(field.tag(), received), indent);
    }
    for (ReceivedField field : received) {
      boolean framing = dictionary.isHeader(field.tag()) || dictionary.isTrailer(field.tag());
      if (!listed.contains(field.tag()) && !framing) {
        boolean free = !strict || field.tag() == TRANSACT_TIME;
        String value = text.value(field.tag(), field.value());
        rows.add(new Row(indent + text.name(field.tag()), free ? "" : "(none)", value, free));
      }
    }
  }

  private static @Nullable ReceivedField find(int tag, List<ReceivedField> received) {
    for (ReceivedField field : received) {
      if (field.tag() == tag) {
        return field;
      }
    }
    return null;
  }

  private void field(Field expected, @Nullable ReceivedField received, String indent) {
    int tag = expected.tag();
    String value = received == null ? null : received.value();
    rows.add(
        new Row(
            indent + text.name(tag),
            describe(tag, expected.value()),
            value == null ? "(absent)" : text.value(tag, value),
            fits(tag, expected.value(), value)));
    if (expected.entries() != null) {
      entries(expected.entries(), received == null ? List.of() : received.entries(), indent);
    }
  }

  private void entries(
      List<Field.Entry> expected, List<List<ReceivedField>> received, String indent) {
    for (int i = 0; i < Math.max(expected.size(), received.size()); i++) {
      String label = indent + "  [" + (i + 1) + "]";
      if (i >= received.size()) {
        rows.add(new Row(label, "an entry", "(none)", false));
      } else if (i >= expected.size()) {
        rows.add(new Row(label, "(none)", text.entry(received.get(i)), false));
      } else if (expected.get(i).any()) {
        rows.add(new Row(label, "(any)", text.entry(received.get(i)), true));
      } else {
        fields(expected.get(i).fields(), received.get(i), label + " ");
      }
    }
  }

  private boolean fits(int tag, Value expected, @Nullable String received) {
    if (expected instanceof Value.Absent) {
      return received == null;
    }
    if (expected instanceof Value.AnyOf anyOf) {
      return anyOf.values().stream().anyMatch(value -> fits(tag, value, received));
    }
    if (received == null) {
      return false;
    }
    if (expected instanceof Value.Text said) {
      return isSame(tag, bindings.onWire(tag, said), received);
    }
    if (expected instanceof Value.Captured name) {
      String before = captured(name.name());
      return before != null && isSame(tag, before, received);
    }
    if (expected instanceof Value.Form form) {
      return form.pattern().matcher(received).matches();
    }
    if (expected instanceof Value.Capture capture) {
      captured.put(capture.name(), received);
    }
    return true;
  }

  private @Nullable String captured(String name) {
    String here = captured.get(name);
    return here == null ? bindings.captured(name) : here;
  }

  private boolean isSame(int tag, String expected, String received) {
    if (expected.equals(received)) {
      return true;
    }
    boolean number = dictionary.isNumber(tag) || dictionary.fieldName(tag) == null;
    return number
        && expected.matches(NUMBER)
        && received.matches(NUMBER)
        && new BigDecimal(expected).compareTo(new BigDecimal(received)) == 0;
  }

  private String describe(int tag, Value value) {
    if (value instanceof Value.Text said) {
      return text.value(tag, bindings.onWire(tag, said));
    }
    if (value instanceof Value.Captured name) {
      String before = captured(name.name());
      return before == null ? "$" + name.name() + " (not captured)" : text.value(tag, before);
    }
    if (value instanceof Value.AnyOf anyOf) {
      List<String> each = anyOf.values().stream().map(one -> describe(tag, one)).toList();
      return String.join(" or ", each);
    }
    if (value instanceof Value.Form form) {
      return "~" + form.pattern();
    }
    return value instanceof Value.Absent ? "(absent)" : "(present)";
  }
}
