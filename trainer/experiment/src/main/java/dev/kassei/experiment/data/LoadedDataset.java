package dev.kassei.experiment.data;

import dev.kassei.api.Dataset;
import dev.kassei.results.Fingerprint;
import java.util.List;

/**
 * A data set as its source gave it.
 *
 * @param isGenerated whether its rows depend on the seed of the data
 * @param fingerprint as in {@link Fingerprint}
 * @param notes how it was read, where that could be done in two ways
 */
record LoadedDataset(
    Dataset dataset, boolean isGenerated, String fingerprint, List<String> notes) {}
