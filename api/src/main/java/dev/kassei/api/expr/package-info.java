/**
 * Formulas: {@link dev.kassei.api.expr.Expr}, its operations, symbolic gradient, printing and
 * parsing. Nothing here evaluates a formula.
 */
@NullMarked
package dev.kassei.api.expr;

import org.jspecify.annotations.NullMarked;
