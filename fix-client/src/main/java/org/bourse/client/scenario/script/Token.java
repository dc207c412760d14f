package org.bourse.client.scenario.script;

/**
 * A word of a line.
 *
 * @param kind a word, or a bracket that opens or closes an entry
 * @param text without quotation marks
 * @param quotedFrom where in the text the first quoted character is, or its length where none is
 */
record Token(Kind kind, String text, int quotedFrom) {

  enum Kind {
    WORD,
    OPEN,
    CLOSE
  }

  static Token word(String text) {
    return new Token(Kind.WORD, text, text.length());
  }

  boolean is(String word) {
    return kind == Kind.WORD && text.equals(word) && quotedFrom == text.length();
  }

  /** Where the first equals sign outside quotation marks is, or -1. */
  int equalsSign() {
    int at = text.indexOf('=');
    return at < quotedFrom ? at : -1;
  }

  /** The part before the equals sign; the whole where there is none. */
  String key() {
    int at = equalsSign();
    return at < 0 ? text : text.substring(0, at);
  }

  /** The part behind the equals sign. */
  Token value() {
    int from = equalsSign() + 1;
    return new Token(kind, text.substring(from), quotedFrom - from);
  }

  /** The part behind so many characters. */
  Token from(int index) {
    return new Token(kind, text.substring(index), Math.max(0, quotedFrom - index));
  }

  boolean startsWith(String mark) {
    return text.startsWith(mark) && mark.length() <= quotedFrom;
  }
}
