package dev.kassei.builtins.dataset;

import java.util.Arrays;
import java.util.Comparator;

/** The order of texts by code point, which is the same in every language. */
final class CodePoints {
  static final Comparator<String> ORDER =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  private CodePoints() {}
}
