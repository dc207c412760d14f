package org.bourse.client.scenario;

import java.util.List;
import java.util.stream.Collectors;
import org.bourse.client.fix.Dictionary;

/** Fields as people read them: {@code OrdStatus(39)}, {@code PartiallyFilled(1)}. */
final class FieldText {

  private final Dictionary dictionary;

  FieldText(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  String name(int tag) {
    String name = dictionary.fieldName(tag);
    return name == null ? Integer.toString(tag) : name + "(" + tag + ")";
  }

  String value(int tag, String value) {
    String meaning = tag == 35 ? dictionary.messageName(value) : dictionary.meaning(tag, value);
    if (value.isEmpty()) {
      return "(empty)";
    }
    return meaning == null ? value : meaning + "(" + value + ")";
  }

  String entry(List<ReceivedField> entry) {
    return entry.stream()
        .map(field -> field.tag() + "=" + field.value())
        .collect(Collectors.joining(" "));
  }
}
