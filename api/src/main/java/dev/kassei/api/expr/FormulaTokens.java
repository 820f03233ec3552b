package dev.kassei.api.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a formula's text. */
final class FormulaTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|Infinity\\b|NaN\\b)"
              + "|(?<name>[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*)"
              + "|(?<sign>\\*\\*|>=|<=|==|!=|[-+*/^()<>=,;])");

  /** What is pasted from papers or typed with a Japanese keyboard, and how to write it here. */
  private static final Map<Integer, String> MEANT =
      Map.ofEntries(
          meant('\u00d7', "*"),
          meant('\u00b7', "*"),
          meant('\u22c5', "*"),
          meant('\uff0a', "*"),
          meant('\u00f7', "/"),
          meant('\uff0f', "/"),
          meant('\u2212', "-"),
          meant('\u2013', "-"),
          meant('\uff0d', "-"),
          meant('\uff0b', "+"),
          meant('\uff08', "("),
          meant('\uff09', ")"),
          meant('\uff0c', ","),
          meant('\u3001', ","),
          meant('\u2265', ">="),
          meant('\u2264', "<="),
          meant('\u00b2', "^2"),
          meant('\u00b3', "^3"),
          meant('\u03c3', "sigmoid(…)"),
          meant('\u03c0', "pi"),
          meant('\u221a', "sqrt(…)"),
          meant('[', "("),
          meant(']', ")"),
          meant('{', "("),
          meant('}', ")"),
          meant('&', "* between conditions"),
          meant('|', "max(…, …) of conditions, abs(…) of a value"),
          meant('!', "1 - … before a condition"),
          meant('?', "where(condition, yes, no)"));

  private FormulaTokens() {}

  /**
   * All tokens of the text, then one of kind END. A character that has no meaning is reported, and
   * read as what is written for it here; where that cannot be known, a token of kind GAP stands.
   */
  static List<Token> of(String text, FormulaMistakes mistakes) {
    var tokens = new ArrayList<Token>();
    Matcher matcher = TOKEN.matcher(text);
    int offset = skipBlanks(text, 0);
    while (offset < text.length()) {
      if (matcher.region(offset, text.length()).lookingAt()) {
        tokens.add(token(matcher, offset));
        offset = skipBlanks(text, matcher.end());
      } else {
        int character = text.codePointAt(offset);
        mistakes.add(offset, unexpected(character));
        tokens.addAll(meant(MEANT.getOrDefault(character, ""), offset));
        offset = skipBlanks(text, offset + Character.charCount(character));
      }
    }
    tokens.add(new Token(Kind.END, "", text.length()));
    return tokens;
  }

  /** The tokens of what is written here for a character at {@code offset}. */
  private static List<Token> meant(String here, int offset) {
    var tokens = new ArrayList<Token>();
    Matcher matcher = TOKEN.matcher(here);
    while (matcher.lookingAt()) {
      tokens.add(token(matcher, offset));
      matcher.region(matcher.end(), here.length());
    }
    boolean isWhole = !tokens.isEmpty() && matcher.regionStart() == here.length();
    return isWhole ? tokens : List.of(new Token(Kind.GAP, "", offset));
  }

  private static int skipBlanks(String text, int from) {
    int offset = from;
    while (offset < text.length() && isBlank(text.charAt(offset))) {
      offset++;
    }
    return offset;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static Token token(Matcher matcher, int offset) {
    if (matcher.group("number") != null) {
      return new Token(Kind.NUMBER, matcher.group(), offset);
    }
    if (matcher.group("name") != null) {
      return new Token(Kind.NAME, matcher.group(), offset);
    }
    String sign = matcher.group();
    return new Token(Kind.SIGN, sign.equals("**") ? "^" : sign, offset);
  }

  private static Map.Entry<Integer, String> meant(char written, String here) {
    return Map.entry((int) written, here);
  }

  private static String unexpected(int codePoint) {
    String hint = MEANT.containsKey(codePoint) ? ": write " + MEANT.get(codePoint) : "";
    return "'" + Character.toString(codePoint) + "' has no meaning in a formula" + hint;
  }

  enum Kind {
    NUMBER,
    NAME,
    SIGN,
    GAP,
    END
  }

  /**
   * A word.
   *
   * @param offset where it begins in the text, from 0
   */
  record Token(Kind kind, String text, int offset) {
    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    @Override
    public String toString() {
      return kind == Kind.END ? "the end" : "'" + text + "'";
    }
  }
}
