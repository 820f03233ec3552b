package dev.kassei.export.pytorch;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.results.record.Preparation;

/**
 * What a module is made of.
 *
 * @param name that of the run
 * @param origin where it comes from, for the first line
 * @param prediction what the model returns, a formula of features
 * @param response what it predicts, a formula of the prediction
 * @param preparation how columns become features and responses numbers in the unit of the targets
 */
record TorchNetwork(
    String name,
    String origin,
    Expr prediction,
    Expr response,
    Precision precision,
    Preparation preparation) {}
