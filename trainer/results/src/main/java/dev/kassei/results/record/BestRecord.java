package dev.kassei.results.record;

/**
 * The best epoch of a run.
 *
 * @param monitor what tells it, such as {@code validation.loss}
 * @param epoch from 0, as in {@code metrics.csv}
 * @param restored whether the weights of this epoch are the result, not the last ones
 */
public record BestRecord(String monitor, int epoch, boolean restored) {}
