package dev.kassei.engine.plan;

/** Which kernels a plan runs. All compute the same bits. */
public enum Execution {
  /** Scalar ones where work is tiny or young, vector ones elsewhere. */
  AUTO,
  /** Scalar ones while young, however large the work is: for plans that run now and then. */
  GRADUAL,
  /** Scalar ones only. */
  SCALAR,
  /** Vector ones from the first step on, where the JVM has the module for them. */
  VECTOR
}
