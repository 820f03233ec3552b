package dev.kassei.api;

/** What stands under {@code optimizer:}, in either of its two shapes. */
public sealed interface LearningAlgorithm permits Optimizer, Minimizer {}
