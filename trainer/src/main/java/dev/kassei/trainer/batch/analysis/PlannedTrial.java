package dev.kassei.trainer.batch.analysis;

import dev.kassei.trainer.batch.TrialResult;
import dev.kassei.trainer.config.TrialConfig;
import java.util.Optional;

/**
 * A trial and what came of it.
 *
 * @param result empty where it has not ended yet
 */
public record PlannedTrial(TrialConfig config, Optional<TrialResult> result) {}
