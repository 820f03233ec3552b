package dev.kassei.results.record;

import dev.kassei.api.Target;
import java.util.List;
import java.util.Map;

/**
 * What a run was trained and measured on: the {@code data} of {@code run.json}.
 *
 * @param splits the number of rows of each split by name, {@code train} first
 * @param features one name per feature
 * @param target what was to be learned
 * @param fingerprint SHA-256 of all numbers before scaling, in hexadecimal
 */
public record DataRecord(
    Map<String, Integer> splits, List<String> features, Target target, String fingerprint) {}
