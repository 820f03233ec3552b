package dev.kassei.api.expr;

import dev.kassei.api.expr.FormulaTokens.Kind;
import dev.kassei.api.expr.FormulaTokens.Token;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is said of names that stand for nothing. */
final class UnknownNames {
  private final Map<String, Expr> names;

  /**
   * @param names what is known, also later
   */
  UnknownNames(Map<String, Expr> names) {
    this.names = names;
  }

  /** Says that a name is no value. */
  String value(String name) {
    return value(name, names.keySet());
  }

  private static String value(String name, Collection<String> known) {
    FormulaFunction function = FormulaFunction.ALL.get(name);
    if (function != null) {
      return name + " is a function: write " + function.signature();
    }
    return "unknown name '"
        + name
        + "'"
        + NearestNames.nearest(name, known)
            .map(nearest -> ", did you mean '" + nearest + "'?")
            .orElse(": known are " + String.join(", ", new TreeSet<>(known)));
  }

  /** Says that a name is no function. */
  String function(String name) {
    if (names.containsKey(name)) {
      return "'" + name + "' is a value, not a function: write " + name + " * (…)";
    }
    String meant =
        NearestNames.function(name)
            .map(suggestion -> ", did you mean " + suggestion + "?")
            .orElse(": known are " + String.join(", ", FormulaFunction.ALL.keySet()));
    return "unknown function '" + name + "'" + meant;
  }

  /** Reports the names among the last tokens of a text that are neither known nor defined there. */
  void report(List<Token> tokens, FormulaMistakes mistakes) {
    Set<String> known = new HashSet<>(names.keySet());
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.NAME && tokens.get(i + 1).is("=")) {
        known.add(tokens.get(i).text());
      }
    }
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean isCalled = tokens.get(i + 1).is("(");
      if (token.kind() == Kind.NAME && isCalled && !FormulaFunction.ALL.containsKey(token.text())) {
        mistakes.add(token.offset(), function(token.text()));
      }
      if (token.kind() == Kind.NAME
          && !isCalled
          && !FormulaFunction.ALL.containsKey(token.text())
          && !known.contains(token.text())) {
        mistakes.add(token.offset(), value(token.text(), known));
      }
    }
  }
}
