package dev.kassei.batch.run;

import java.util.Map;

/**
 * A trial of the tuning.
 *
 * @param group the number from 0 of the trials that are tuned together
 * @param axes printed values by path of what those trials have in common
 * @param assignment printed values of the tuned axes by path
 * @param score of the metric that chooses; NaN where the trial failed or diverged
 * @param isChosen whether the trials of the group are trained with this assignment
 */
public record TuningResult(
    int group,
    Map<String, String> axes,
    Map<String, String> assignment,
    long seed,
    double score,
    boolean isChosen) {}
