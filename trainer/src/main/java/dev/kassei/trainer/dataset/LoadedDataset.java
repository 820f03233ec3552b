package dev.kassei.trainer.dataset;

import dev.kassei.api.Dataset;

/**
 * A data set as its source gave it.
 *
 * @param isDrawn whether its rows depend on the seed of the data
 * @param fingerprint as in {@link Fingerprint}
 */
record LoadedDataset(Dataset dataset, boolean isDrawn, String fingerprint) {}
