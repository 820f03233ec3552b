package dev.kassei.experiment.training;

import dev.kassei.api.Precision;
import dev.kassei.api.Predictions;
import dev.kassei.engine.Programs;
import dev.kassei.results.Digest;
import dev.kassei.results.Epochs;
import dev.kassei.results.Tensor;
import dev.kassei.results.record.ActivationCurve;
import dev.kassei.results.record.ActivationParameter;
import dev.kassei.results.record.BestRecord;
import dev.kassei.results.record.HistogramBin;
import dev.kassei.results.record.LayerRecord;
import dev.kassei.results.record.RunEnd;
import dev.kassei.results.record.SurfacesRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came out of a training run.
 *
 * @param failure why it stopped early, empty if it did not
 * @param end why training ended then
 * @param stopReason why a listener ended it, if one did
 * @param steps the number of optimizer steps done
 * @param epochs one record an epoch that ended
 * @param epochSeconds how long each took, divided by the trials beside
 * @param bestEpoch the epoch with the best monitored value, from 0; -1 if nothing is monitored
 * @param best the same as a run's folder says it; empty if there is none
 * @param metrics the final metrics of every split by name, such as {@code test.accuracy}
 * @param bestMetrics the metrics with the weights of the best epoch
 * @param predictions the final predictions of every split
 * @param tensors all parameters and states by name
 * @param otherTensors of a single run: those of the last epoch where the best are the result, or
 *     the best; empty where both are the same
 * @param learningRates that of each epoch's last step; empty where there is none
 * @param validations what was measured on the validation rows, with step and epoch
 * @param surfaces what the network predicted over two inputs as it learned; empty if not asked for
 * @param histograms of weights and of what layers return; empty if not asked for
 * @param activationParameters of trainable activations over epochs; empty if not asked for
 * @param activationCurves of trainable activations; empty if not asked for
 * @param layers what was measured of each layer in a single run; empty if not asked for
 * @param initialGains of a single run the gain of each tensor of weights, and why it is that
 */
public record Outcome(
    Optional<String> failure,
    RunEnd end,
    Optional<String> stopReason,
    long steps,
    Epochs epochs,
    double[] epochSeconds,
    int bestEpoch,
    Optional<BestRecord> best,
    Map<String, Double> metrics,
    Map<String, Double> bestMetrics,
    Map<String, Predictions> predictions,
    Map<String, NamedTensor> tensors,
    Map<String, NamedTensor> otherTensors,
    double[] learningRates,
    Epochs validations,
    Optional<SurfacesRecord> surfaces,
    List<HistogramBin> histograms,
    List<ActivationParameter> activationParameters,
    List<ActivationCurve> activationCurves,
    List<LayerRecord> layers,
    Map<String, String> initialGains) {

  /**
   * The parameters and states of the network, without those of the optimizer, as files hold them.
   */
  public List<Tensor> weights(Precision precision) {
    return weights(tensors, precision);
  }

  /** The same of the other tensors. */
  public List<Tensor> otherWeights(Precision precision) {
    return weights(otherTensors, precision);
  }

  private static List<Tensor> weights(Map<String, NamedTensor> tensors, Precision precision) {
    return tensors.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith(Programs.OPTIMIZER))
        .map(entry -> entry.getValue().tensor(entry.getKey(), precision))
        .toList();
  }

  /**
   * What a reader of the metrics should know: of small classes what became of them, and whether the
   * network was found dead.
   */
  public List<String> remarks() {
    return failure.isPresent()
        ? List.of()
        : Stream.of(SmallClasses.sentences(predictions), LayerMeasurement.sentences(metrics))
            .flatMap(List::stream)
            .toList();
  }

  /** The digest of all that a run's folder reports. */
  public String digest(Precision precision) {
    return Digest.of(weights(precision), epochs, metrics, predictions.values());
  }
}
