package org.bourse.client.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.bourse.client.fix.Dictionary;
import org.bourse.client.fix.GroupForm;
import org.bourse.client.scenario.wire.WireField;
import org.bourse.client.scenario.wire.WireMessage;
import org.jspecify.annotations.Nullable;

/** Tells the groups of a message apart, by the dictionary. */
final class Groups {

  private final List<WireField> fields;
  private int at;

  private Groups(List<WireField> fields) {
    this.fields = fields;
  }

  static List<ReceivedField> of(WireMessage message, Dictionary dictionary) {
    Groups groups = new Groups(message.fields());
    List<ReceivedField> found = new ArrayList<>();
    while (groups.at < groups.fields.size()) {
      found.add(groups.field(tag -> dictionary.group(message.type(), tag)));
    }
    return found;
  }

  private ReceivedField field(IntFunction<@Nullable GroupForm> forms) {
    WireField field = fields.get(at++);
    GroupForm form = forms.apply(field.tag());
    return new ReceivedField(field.tag(), field.value(), form == null ? List.of() : entries(form));
  }

  private List<List<ReceivedField>> entries(GroupForm form) {
    List<List<ReceivedField>> entries = new ArrayList<>();
    while (at < fields.size() && fields.get(at).tag() == form.firstTag()) {
      List<ReceivedField> entry = new ArrayList<>();
      entry.add(field(form::group));
      while (at < fields.size()
          && fields.get(at).tag() != form.firstTag()
          && form.has(fields.get(at).tag())) {
        entry.add(field(form::group));
      }
      entries.add(entry);
    }
    return entries;
  }
}
