package dev.kassei.export.c;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.results.Tensor;
import dev.kassei.results.record.Preparation;
import java.util.Map;

/**
 * What a header is made of.
 *
 * @param name what its names begin with
 * @param origin where it comes from, for its first comment
 * @param response what it predicts, a formula of features
 * @param tensors parameters and states by name
 * @param preparation how columns become features and responses numbers in the unit of the targets
 */
record CNetwork(
    String name,
    String origin,
    Expr response,
    Map<String, Tensor> tensors,
    Precision precision,
    Preparation preparation) {}
