package dev.kassei.api;

import org.apiguardian.api.API;

/** What stands under {@code optimizer:}, in either of its two shapes. */
@API(status = API.Status.STABLE, since = "0.1")
public sealed interface LearningAlgorithm permits Optimizer, Minimizer {}
