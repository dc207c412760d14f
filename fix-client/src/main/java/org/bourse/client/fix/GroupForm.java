package org.bourse.client.fix;

import org.jspecify.annotations.Nullable;
import quickfix.DataDictionary;

/** What the entries of a repeating group are made of. */
public final class GroupForm {

  private final String type;
  private final DataDictionary.GroupInfo info;

  GroupForm(String type, DataDictionary.GroupInfo info) {
    this.type = type;
    this.info = info;
  }

  /** The field that every entry begins with. */
  public int firstTag() {
    return info.getDelimiterField();
  }

  /** Whether the field is part of an entry. */
  public boolean has(int tag) {
    return tag == firstTag() || info.getDataDictionary().isField(tag);
  }

  /** The group inside an entry that this field counts, null where it counts none. */
  public @Nullable GroupForm group(int countTag) {
    DataDictionary fields = info.getDataDictionary();
    return fields.isGroup(type, countTag)
        ? new GroupForm(type, fields.getGroup(type, countTag))
        : null;
  }
}
