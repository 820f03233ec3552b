package dev.kassei.builtins.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of one line of an ARFF file: texts between commas or blanks, quoted or not. A percent
 * sign where a token could begin starts a comment. Mutable.
 */
final class ArffTokens {
  /**
   * One text.
   *
   * @param isQuoted whether it stood in quotes, so that {@code '?'} is no gap
   */
  record Token(String text, boolean isQuoted) {
    boolean isGap() {
      return !isQuoted && text.equals("?");
    }
  }

  private final String line;
  private int next;

  ArffTokens(String line) {
    this.line = line;
    skipBlanks();
  }

  /** Whether nothing but a comment is left. */
  boolean isAtEnd() {
    return next == line.length() || line.charAt(next) == '%';
  }

  /** The next character. */
  char peek() {
    return line.charAt(next);
  }

  /** Skips one character and the blanks after it. */
  void skip() {
    next++;
    skipBlanks();
  }

  /**
   * The next token, up to a blank, a comma or a closing brace.
   *
   * @throws ArffException if a quote is not closed
   */
  Token next() {
    boolean isQuoted = peek() == '\'' || peek() == '"';
    String text = isQuoted ? quoted() : plain();
    skipBlanks();
    return new Token(text, isQuoted);
  }

  /**
   * All tokens up to an end. Two commas have an empty token between them.
   *
   * @param end the character that ends the list, or a line break for the end of the line
   */
  List<Token> list(char end) {
    var tokens = new ArrayList<Token>();
    boolean isOpen = false;
    while (!isAtEnd() && peek() != end) {
      tokens.add(peek() == ',' ? new Token("", false) : next());
      isOpen = !isAtEnd() && peek() == ',';
      if (isOpen) {
        skip();
      }
    }
    if (isOpen) {
      tokens.add(new Token("", false));
    }
    return tokens;
  }

  private String plain() {
    int from = next;
    while (next < line.length() && !isBlank(line.charAt(next)) && ",}".indexOf(peek()) < 0) {
      next++;
    }
    if (next == from) {
      next++;
    }
    return line.substring(from, next);
  }

  private String quoted() {
    char quote = peek();
    var text = new StringBuilder();
    for (next++; next < line.length() && peek() != quote; next++) {
      if (peek() == '\\' && next + 1 < line.length()) {
        next++;
        text.append(escaped(peek()));
      } else {
        text.append(peek());
      }
    }
    if (next == line.length()) {
      throw new ArffException("the quote %s is not closed".formatted(quote));
    }
    next++;
    return text.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> c;
    };
  }

  private void skipBlanks() {
    while (next < line.length() && isBlank(line.charAt(next))) {
      next++;
    }
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00A0';
  }
}
