package org.bourse.client.scenario.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what stands behind an equals sign. */
final class Values {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final String LITERAL = "literal:";

  private final Set<String> captured;
  private final boolean inRepeat;

  /**
   * Reads values of one line.
   *
   * @param captured what has been captured so far; what the line captures is added
   * @param inRepeat whether there is a round
   */
  Values(Set<String> captured, boolean inRepeat) {
    this.captured = captured;
    this.inRepeat = inRepeat;
  }

  Value toSend(Token token) throws Fault {
    if (token.is("-")) {
      return new Value.LeftOut();
    }
    if (token.is("!") || token.is("*") || token.startsWith("?") || token.startsWith("~")) {
      throw new Fault(
          "'=" + token.text() + "' can be expected, not sent (in quotation marks it is a text)");
    }
    if (token.text().indexOf('|') >= 0 && token.text().indexOf('|') < token.quotedFrom()) {
      throw new Fault("'|' can be expected, not sent (in quotation marks it is a text)");
    }
    return plain(token);
  }

  Value expected(Token token) throws Fault {
    if (token.startsWith("?")) {
      String name = name(token.from(1));
      captured.add(name);
      return new Value.Capture(name);
    }
    if (token.startsWith("~")) {
      return new Value.Form(pattern(token.from(1).text()));
    }
    List<Value> values = new ArrayList<>();
    for (Token alternative : alternatives(token)) {
      values.add(alternative(alternative));
    }
    return values.size() == 1 ? values.get(0) : new Value.AnyOf(List.copyOf(values));
  }

  private Value alternative(Token token) throws Fault {
    if (token.is("!")) {
      return new Value.Absent();
    }
    return token.is("*") ? new Value.Present() : plain(token);
  }

  private Value plain(Token token) throws Fault {
    if (token.startsWith("$") && NAME.matcher(token.from(1).text()).matches()) {
      return new Value.Captured(known(token));
    }
    if (token.startsWith(LITERAL)) {
      return new Value.Text(round(token.from(LITERAL.length()).text()), true);
    }
    return new Value.Text(round(token.text()), false);
  }

  /** The name behind a dollar sign, of something that has been captured. */
  String known(Token token) throws Fault {
    String name = name(token.from(1));
    if (!captured.contains(name)) {
      throw new Fault("nothing is captured as '" + name + "' before");
    }
    return name;
  }

  private String round(String text) throws Fault {
    if (!inRepeat && text.contains("#n")) {
      throw new Fault("#n is the round of a repeat, and there is none here");
    }
    return text;
  }

  private static String name(Token token) throws Fault {
    if (!NAME.matcher(token.text()).matches()) {
      throw new Fault("'" + token.text() + "' is no name: letters, digits, '-' and '_'");
    }
    return token.text();
  }

  private static Pattern pattern(String text) throws Fault {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new Fault("'" + text + "' is no regular expression: " + e.getDescription());
    }
  }

  /** Parts at each {@code |} outside quotation marks. */
  private static List<Token> alternatives(Token token) {
    List<Token> parts = new ArrayList<>();
    Token rest = token;
    int bar = rest.text().indexOf('|');
    while (bar >= 0 && bar < rest.quotedFrom()) {
      parts.add(Token.word(rest.text().substring(0, bar)));
      rest = rest.from(bar + 1);
      bar = rest.text().indexOf('|');
    }
    parts.add(rest);
    return parts;
  }
}
