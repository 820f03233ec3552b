package dev.kassei.api.expr;

import java.util.ArrayList;
import java.util.List;

/** A way to write formulas: what stands for a node and how tightly that binds. */
interface Notation {
  int COMPARISON = 0;
  int SUM = 1;
  int PRODUCT = 2;
  int UNARY = 3;
  int POWER = 4;
  int ATOM = 5;

  /** What stands for a node, from left to right. */
  Written write(Expr node);

  /** An operand in parentheses, with a blank on either side where the notation wants one. */
  String open();

  /** The end of {@link #open}. */
  String close();

  /** The name of the definition with this number, from 1. */
  String definition(int number);

  /**
   * A node as text around its operands.
   *
   * @param binding how tightly the text binds
   * @param pieces from left to right
   */
  record Written(int binding, List<Piece> pieces) {
    static Written atom(String text) {
      return new Written(ATOM, List.of(new Text(text)));
    }

    /** An operator between two operands, each parenthesised if it binds less than asked for. */
    static Written infix(int binding, Expr left, int leftLeast, String operator, Operand right) {
      return new Written(binding, List.of(new Operand(left, leftLeast), new Text(operator), right));
    }

    /** Operands between commas. */
    static Written call(String open, List<Expr> operands, String close) {
      var pieces = new ArrayList<Piece>(List.of(new Text(open)));
      for (Expr operand : operands) {
        if (pieces.size() > 1) {
          pieces.add(new Text(", "));
        }
        pieces.add(new Operand(operand, COMPARISON));
      }
      pieces.add(new Text(close));
      return new Written(ATOM, pieces);
    }

    List<Expr> operands() {
      return pieces.stream()
          .filter(Operand.class::isInstance)
          .map(piece -> ((Operand) piece).node())
          .toList();
    }
  }

  /** A part of what is written for a node. */
  sealed interface Piece {}

  /** Text as it stands. */
  record Text(String text) implements Piece {}

  /** An operand, in parentheses if it binds less tightly than {@code least}. */
  record Operand(Expr node, int least) implements Piece {
    public Operand {
      node = visible(node);
    }
  }

  /** The node that a mark stands before; marks are not written. */
  static Expr visible(Expr node) {
    Expr result = node;
    while (result.operation() == Operation.SCOPE
        || result.operation() == Operation.TAP
        || result.operation() == Operation.UPDATING
        || result.operation() == Operation.PENALIZED) {
      result = result.operand(0);
    }
    return result;
  }
}
