package dev.kassei.batch.analysis;

import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.run.TrialResult;
import java.util.Optional;

/**
 * A trial and what came of it.
 *
 * @param result empty where it has not ended yet
 */
public record PlannedTrial(TrialConfig config, Optional<TrialResult> result) {}
