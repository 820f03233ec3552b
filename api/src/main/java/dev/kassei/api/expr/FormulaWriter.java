package dev.kassei.api.expr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Writes a formula in a notation, without recursion and in time linear in the formula: what is used
 * more than once in a long formula is written once, as a definition before the result.
 */
final class FormulaWriter {
  /** A shared part up to this length is repeated, not defined. */
  private static final int WORTH_DEFINING = 8;

  private static final int VERY_LONG = 1 << 28;

  private final Notation notation;
  private final IdentityHashMap<Expr, Notation.Written> written = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, String> defined = new IdentityHashMap<>();

  FormulaWriter(Notation notation) {
    this.notation = notation;
  }

  /**
   * The whole formula.
   *
   * @param longest up to this length nothing is defined
   * @param equals between a definition's name and its text
   * @param end after each definition
   */
  String whole(Expr formula, int longest, String equals, String end) {
    Expr root = Notation.visible(formula);
    List<Expr> order = Traversal.operandsFirst(List.of(root), node -> written(node).operands());
    IdentityHashMap<Expr, Integer> lengths = lengths(order);
    var out = new StringBuilder();
    if (lengths.getOrDefault(root, 0) > longest) {
      IdentityHashMap<Expr, Integer> uses = uses(order);
      for (Expr node : order) {
        boolean shared = uses.getOrDefault(node, 0) > 1 && !written(node).operands().isEmpty();
        if (shared && lengths.getOrDefault(node, 0) > WORTH_DEFINING) {
          String name = notation.definition(defined.size() + 1);
          out.append(name).append(equals);
          append(out, node, Integer.MAX_VALUE);
          out.append(end);
          defined.put(node, name);
        }
      }
    }
    append(out, root, Integer.MAX_VALUE);
    return out.toString();
  }

  /** The formula without definitions, of which only the beginning is written. */
  String beginning(Expr formula, int longest) {
    var out = new StringBuilder();
    append(out, Notation.visible(formula), longest);
    if (out.length() <= longest) {
      return out.toString();
    }
    out.setLength(longest - 1);
    return out.append('…').toString();
  }

  private void append(StringBuilder out, Expr root, int longest) {
    Deque<Notation.Piece> open = new ArrayDeque<>();
    push(open, written(root).pieces());
    while (!open.isEmpty() && out.length() <= longest) {
      Notation.Piece piece = open.pop();
      if (piece instanceof Notation.Text text) {
        out.append(text.text());
      } else if (piece instanceof Notation.Operand operand) {
        append(out, open, operand);
      }
    }
  }

  private void append(StringBuilder out, Deque<Notation.Piece> open, Notation.Operand operand) {
    String name = defined.get(operand.node());
    if (name != null) {
      out.append(name);
      return;
    }
    Notation.Written operandWritten = written(operand.node());
    if (operandWritten.binding() < operand.least()) {
      out.append(notation.open());
      open.push(new Notation.Text(notation.close()));
    }
    push(open, operandWritten.pieces());
  }

  private static void push(Deque<Notation.Piece> open, List<Notation.Piece> pieces) {
    for (int i = pieces.size() - 1; i >= 0; i--) {
      open.push(pieces.get(i));
    }
  }

  private Notation.Written written(Expr node) {
    return written.computeIfAbsent(node, notation::write);
  }

  private IdentityHashMap<Expr, Integer> lengths(List<Expr> order) {
    var lengths = new IdentityHashMap<Expr, Integer>();
    for (Expr node : order) {
      int length = 0;
      for (Notation.Piece piece : written(node).pieces()) {
        length += piece instanceof Notation.Text text ? text.text().length() : 0;
        if (piece instanceof Notation.Operand operand) {
          int parentheses = written(operand.node()).binding() < operand.least() ? 2 : 0;
          length += lengths.getOrDefault(operand.node(), 0) + parentheses;
        }
        length = Math.min(length, VERY_LONG);
      }
      lengths.put(node, length);
    }
    return lengths;
  }

  private IdentityHashMap<Expr, Integer> uses(List<Expr> order) {
    var uses = new IdentityHashMap<Expr, Integer>();
    for (Expr node : order) {
      written(node).operands().forEach(operand -> uses.merge(operand, 1, Integer::sum));
    }
    return uses;
  }
}
