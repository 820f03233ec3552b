package dev.kassei.api.expr;

/** Formulas as text. */
public final class FormulaPrinter {
  private FormulaPrinter() {}

  static String brief(Expr formula) {
    return formula.operation().functionName();
  }
}
