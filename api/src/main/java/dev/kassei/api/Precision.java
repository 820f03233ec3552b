package dev.kassei.api;

/** The floating-point format in which a network is computed. */
public enum Precision {
  FLOAT32,
  FLOAT64
}
