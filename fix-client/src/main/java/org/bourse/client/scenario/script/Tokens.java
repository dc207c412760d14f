package org.bourse.client.scenario.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into words. Blanks part them, except in quotation marks; a bracket at the start of a
 * word opens an entry of a group, one too many at its end closes it; {@code #} begins a comment,
 * except as {@code #n} within a word.
 */
final class Tokens {

  private final String line;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int depth;

  private Tokens(String line) {
    this.line = line;
  }

  static List<Token> of(String line) throws Fault {
    Tokens tokens = new Tokens(line);
    tokens.cut();
    return tokens.tokens;
  }

  /** Where the comment begins, the length where there is none; quotation marks hide it. */
  static int comment(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && (i == 0 || line.charAt(i - 1) != '\\' || !quoted)) {
        quoted = !quoted;
      } else if (c == '#' && !quoted && !isRound(line, i)) {
        return i;
      }
    }
    return line.length();
  }

  /** {@code #n} within a word: it has something before it, and no further letter behind. */
  private static boolean isRound(String line, int at) {
    return at > 0
        && !Character.isWhitespace(line.charAt(at - 1))
        && line.startsWith("#n", at)
        && (at + 2 == line.length() || !Character.isLetterOrDigit(line.charAt(at + 2)));
  }

  private void cut() throws Fault {
    while (at < line.length()) {
      char c = line.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '#') {
        return;
      } else if (c == '[') {
        tokens.add(new Token(Token.Kind.OPEN, "[", 1));
        depth++;
        at++;
      } else {
        word();
      }
    }
  }

  private void word() throws Fault {
    StringBuilder text = new StringBuilder();
    int quotedFrom = -1;
    boolean quoted = false;
    for (; at < line.length(); at++) {
      char c = line.charAt(at);
      if (quoted && c == '\\' && line.startsWith("\\\"", at)) {
        text.append('"');
        at++;
      } else if (c == '"') {
        quoted = !quoted;
        if (quotedFrom < 0) {
          quotedFrom = text.length();
        }
      } else if (!quoted && (Character.isWhitespace(c) || (c == '#' && !isRound(line, at)))) {
        break;
      } else {
        text.append(c);
      }
    }
    if (quoted) {
      throw new Fault("a quotation mark is not closed");
    }
    boolean endsQuoted = line.charAt(at - 1) == '"';
    add(text, quotedFrom < 0 ? text.length() : quotedFrom, endsQuoted);
  }

  private void add(StringBuilder text, int quotedFrom, boolean endsQuoted) {
    int closing = endsQuoted ? 0 : closing(text);
    text.setLength(text.length() - closing);
    if (text.length() > 0 || endsQuoted) {
      int from = Math.min(quotedFrom, text.length());
      tokens.add(new Token(Token.Kind.WORD, text.toString(), from));
    }
    for (int i = 0; i < closing; i++) {
      tokens.add(new Token(Token.Kind.CLOSE, "]", 1));
      depth--;
    }
  }

  /** How many brackets at the end have none that opens them in the word itself. */
  private int closing(CharSequence text) {
    int open = 0;
    int last = text.length();
    while (last > 0 && text.charAt(last - 1) == ']') {
      last--;
    }
    for (int i = 0; i < last; i++) {
      open += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
    }
    int atEnd = text.length() - last;
    return Math.min(depth, Math.max(0, atEnd - Math.max(0, open)));
  }
}
