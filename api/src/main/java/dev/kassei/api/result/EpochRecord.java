package dev.kassei.api.result;

import java.util.Map;

/**
 * One line of {@code metrics.csv}.
 *
 * @param epoch the epoch's number, from 0
 * @param metrics values by name in the order of the columns, such as {@code train.loss}. The
 *     training loss is the mean over the epoch's rows, each taken before the update of its batch
 */
public record EpochRecord(int epoch, Map<String, Double> metrics) {}
