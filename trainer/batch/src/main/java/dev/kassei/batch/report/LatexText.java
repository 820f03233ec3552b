package dev.kassei.batch.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Texts as LaTeX prints them, whatever they hold. */
final class LatexText {
  private static final Map<String, String> SPECIAL =
      Map.ofEntries(
          Map.entry("\\", "\\textbackslash{}"),
          Map.entry("~", "\\textasciitilde{}"),
          Map.entry("^", "\\textasciicircum{}"),
          Map.entry("<", "$<$"),
          Map.entry(">", "$>$"),
          Map.entry("−", "$-$"),
          Map.entry("±", "$\\pm$"),
          Map.entry("·", "$\\cdot$"),
          Map.entry("×", "$\\times$"),
          Map.entry("∞", "$\\infty$"),
          Map.entry("α", "$\\alpha$"),
          Map.entry("β", "$\\beta$"),
          Map.entry("γ", "$\\gamma$"),
          Map.entry("δ", "$\\delta$"),
          Map.entry("λ", "$\\lambda$"),
          Map.entry("…", "\\dots{}"),
          Map.entry("–", "--"),
          Map.entry("|", "$|$"),
          Map.entry("\"", "\\textquotedbl{}"));

  /** The last letter that LaTeX knows without a package for other scripts: Latin Extended-A. */
  private static final int LAST_LETTER = 0x17F;

  private static final int FIRST_LETTER = 0xC0;

  private LatexText() {}

  /** The text with what has no sign in LaTeX by its number, such as {@code U+6D3B}. */
  static String spelt(String text) {
    return text.codePoints().mapToObj(LatexText::spelt).collect(Collectors.joining());
  }

  private static String spelt(int point) {
    String symbol = Character.toString(point);
    boolean isKnown =
        (point >= ' ' && point <= '~') || (point >= FIRST_LETTER && point <= LAST_LETTER);
    return isKnown || SPECIAL.containsKey(symbol)
        ? symbol
        : String.format(Locale.ROOT, "U+%04X", point);
  }

  /** The text in one line; {@code [} at its start would be read as a length after a row's end. */
  static String of(String text) {
    String escaped =
        spelt(text.replaceAll("\\s+", " "))
            .codePoints()
            .mapToObj(Character::toString)
            .map(LatexText::symbol)
            .collect(Collectors.joining());
    return escaped.startsWith("[") ? "{}" + escaped : escaped;
  }

  private static String symbol(String symbol) {
    return "{}$&#%_".contains(symbol) ? "\\" + symbol : SPECIAL.getOrDefault(symbol, symbol);
  }

  /** A number in mathematical mode, or what stands for none. */
  static String number(String number) {
    return number.replace("−", "-").replace("∞", "\\infty").replace(" ", "");
  }
}
