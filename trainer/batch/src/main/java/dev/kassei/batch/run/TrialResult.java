package dev.kassei.batch.run;

import java.util.Map;

/**
 * A trial that has ended and what came of it.
 *
 * @param number its number from 1 in the order of the batch
 * @param axes printed values by path, as in {@link dev.kassei.batch.plan.TrialConfig}
 * @param tuned printed values of the tuned axes by path; empty without tuning
 */
public record TrialResult(
    int number, Map<String, String> axes, Map<String, String> tuned, TrialRecord record) {}
