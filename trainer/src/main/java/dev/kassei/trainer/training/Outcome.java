package dev.kassei.trainer.training;

import dev.kassei.api.Predictions;
import dev.kassei.api.result.EpochRecord;
import dev.kassei.api.result.HistogramBin;
import dev.kassei.api.result.SurfacesRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a training run.
 *
 * @param failure why it stopped early, empty if it did not
 * @param steps the number of optimizer steps done
 * @param epochs one record an epoch that ended
 * @param epochSeconds how long each took
 * @param metrics the final metrics of every split by name, such as {@code test.accuracy}
 * @param predictions the final predictions of every split
 * @param tensors all parameters and states by name
 * @param surfaces what the network predicted over two inputs as it learned; empty if not asked for
 * @param histograms of weights and of what layers return; empty if not asked for
 */
public record Outcome(
    Optional<String> failure,
    long steps,
    List<EpochRecord> epochs,
    List<Double> epochSeconds,
    Map<String, Double> metrics,
    Map<String, Predictions> predictions,
    Map<String, NamedTensor> tensors,
    Optional<SurfacesRecord> surfaces,
    List<HistogramBin> histograms) {}
