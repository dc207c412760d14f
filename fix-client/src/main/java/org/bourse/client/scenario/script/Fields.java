package org.bourse.client.scenario.script;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bourse.client.fix.Dictionary;
import org.jspecify.annotations.Nullable;

/** Reads fields and groups of fields. */
final class Fields {

  private final Dictionary dictionary;
  private final Values values;
  private final boolean expected;
  private final List<Token> tokens;
  private int at;

  private Fields(Dictionary dictionary, Values values, boolean expected, List<Token> tokens) {
    this.dictionary = dictionary;
    this.values = values;
    this.expected = expected;
    this.tokens = tokens;
  }

  static List<Field> toSend(Dictionary dictionary, Values values, List<Token> tokens) throws Fault {
    return new Fields(dictionary, values, false, tokens).all();
  }

  static List<Field> expected(Dictionary dictionary, Values values, List<Token> tokens)
      throws Fault {
    return new Fields(dictionary, values, true, tokens).all();
  }

  private List<Field> all() throws Fault {
    List<Field> fields = fields();
    if (at < tokens.size()) {
      throw new Fault("a bracket is closed that was not opened");
    }
    return fields;
  }

  private List<Field> fields() throws Fault {
    List<Field> fields = new ArrayList<>();
    while (at < tokens.size() && tokens.get(at).kind() != Token.Kind.CLOSE) {
      fields.add(field());
    }
    return List.copyOf(fields);
  }

  private Field field() throws Fault {
    Token token = tokens.get(at++);
    if (token.kind() == Token.Kind.OPEN) {
      throw new Fault("an entry in brackets stands behind the field that counts it: 268=2 [...]");
    }
    if (token.equalsSign() < 1) {
      throw new Fault("'" + token.text() + "' is no field: tag=value");
    }
    int tag = tag(dictionary, token.key());
    Value value = expected ? values.expected(token.value()) : values.toSend(token.value());
    return new Field(tag, value, entries());
  }

  static int tag(Dictionary dictionary, String key) throws Fault {
    if (key.matches("\\d{1,9}") && !key.startsWith("0")) {
      return Integer.parseInt(key);
    }
    OptionalInt tag = dictionary.tag(key);
    if (tag.isEmpty()) {
      throw new Fault("FIX 4.4 has no field '" + key + "'");
    }
    return tag.getAsInt();
  }

  private @Nullable List<Field.Entry> entries() throws Fault {
    if (at == tokens.size() || tokens.get(at).kind() != Token.Kind.OPEN) {
      return null;
    }
    List<Field.Entry> entries = new ArrayList<>();
    while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.OPEN) {
      at++;
      entries.add(entry());
    }
    return List.copyOf(entries);
  }

  private Field.Entry entry() throws Fault {
    boolean any = expected && at < tokens.size() && tokens.get(at).is("*");
    if (any) {
      at++;
    }
    List<Field> fields = any ? List.of() : fields();
    if (at == tokens.size() || tokens.get(at).kind() != Token.Kind.CLOSE) {
      throw new Fault(any ? "'[*]' holds nothing else" : "a bracket is not closed");
    }
    at++;
    return new Field.Entry(any, fields);
  }
}
