package dev.kassei.api.expr;

/** What a formula is evaluated for. */
public enum Mode {
  TRAINING,
  INFERENCE
}
