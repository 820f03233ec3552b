package dev.kassei.api.result;

import dev.kassei.api.Predictions;

/**
 * The lines of {@code predictions.csv} that belong to one part of the data.
 *
 * <p>Columns are {@code row}, {@code part}, and for classes {@code target} and {@code predicted}
 * with names of classes, the latter empty where the prediction is undecided, followed by {@code
 * output.CLASS} for each predicted column, or {@code output} for a single one; for numbers {@code
 * target.NAME} and {@code predicted.NAME} for each target column. The arrays must not be modified.
 *
 * @param part such as {@code train}
 * @param rows the number of each row in the data set, from 0
 * @param predictions what was predicted for them
 */
public record PartPredictions(String part, int[] rows, Predictions predictions) {}
