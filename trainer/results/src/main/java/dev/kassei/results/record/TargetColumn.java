package dev.kassei.results.record;

import java.util.Optional;

/**
 * A column that was learned.
 *
 * @param name its name
 * @param position its number, from 1, in the text file that the rows came from; empty if they came
 *     from none
 * @param mean what its numbers were shifted by; empty if they were not scaled
 * @param deviation what its shifted numbers were divided by; empty if they were not scaled
 */
public record TargetColumn(
    String name, Optional<Integer> position, Optional<Double> mean, Optional<Double> deviation) {}
