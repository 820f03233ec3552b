package dev.kassei.testkit;

import dev.kassei.api.Layer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.FormulaParser;
import dev.kassei.api.expr.FormulaPrinter;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prints the formula, reads it back, and compares the bits of the value, and the derivative. A
 * formula with a row function in plain Java cannot be read back, nor one whose text is too long;
 * these are left alone.
 */
final class TextCheck {
  private TextCheck() {}

  static void check(Subject subject, Findings findings) {
    List<Expr> nodes = Traversal.operandsFirst(List.of(subject.formula()));
    if (nodes.stream().anyMatch(node -> node.operation() == Operation.ROW_FUNCTION)) {
      return;
    }
    Expr x = Expr.input("x", Shape.batch(subject.width()));
    String text = FormulaPrinter.text(subject.layer().apply(x));
    if (text.length() > FormulaParser.MAX_LENGTH) {
      return;
    }
    Subject again = subject.with(input -> read(text, subject.layer(), input));
    for (Precision precision : Precision.values()) {
      compare(subject, again, precision, text, findings);
    }
  }

  private static void compare(
      Subject subject, Subject again, Precision precision, String text, Findings findings) {
    double[] rows = Points.rows(50, subject.width());
    boolean value = Arrays.equals(subject.value(precision, rows), again.value(precision, rows));
    boolean derivative =
        near(subject.gradient(precision, rows), again.gradient(precision, rows), precision);
    if (!value || !derivative) {
      findings.error(
          "%s, printed as %s and read back, has another %s in %s",
          subject.layer(), text, value ? "derivative" : "value", precision);
    }
  }

  /** What stood once in the formula may be read back twice, and its two gradients are rounded. */
  private static boolean near(double[] expected, double[] found, Precision precision) {
    double epsilon = precision == Precision.FLOAT32 ? 0x1p-20 : 0x1p-49;
    return IntStream.range(0, expected.length)
        .allMatch(
            i ->
                Double.compare(expected[i], found[i]) == 0 // both NaN, or equally infinite
                    || Math.abs(expected[i] - found[i]) <= epsilon * (1 + Math.abs(expected[i])));
  }

  /** Reads a text whose names are the leaves of a layer's formula of {@code x}. */
  private static Expr read(String text, Layer layer, Expr x) {
    var names = new LinkedHashMap<String, Expr>();
    for (Expr node : Traversal.operandsFirst(List.of(layer.apply(x)))) {
      node.name().ifPresent(name -> names.put(name, node));
    }
    names.put("x", x);
    return FormulaParser.parse(text, names);
  }
}
