package dev.kassei.results;

import dev.kassei.api.Precision;
import dev.kassei.api.Predictions;
import dev.kassei.results.record.SplitPredictions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The digest of a result: equal if and only if final weights, metrics and predictions have the same
 * bits. It is the SHA-256 of four groups, each begun by the number of its members; all numbers are
 * little-endian, and numbers of things are 32-bit integers:
 *
 * <ul>
 *   <li>the tensors: of each its name in UTF-8, a zero byte, the number of its dimensions and each
 *       dimension, and its elements as they are in {@code weights.safetensors}, 4 bytes each in
 *       float32 and 8 in float64;
 *   <li>the metrics of {@code metrics.csv}: of each its name in UTF-8, a zero byte, the number of
 *       epochs, and its values in their order as float64;
 *   <li>the metrics of {@code run.json}: of each its name in UTF-8, a zero byte, and its value as
 *       float64;
 *   <li>what the network returned, the last columns of {@code predictions.csv}: of each its name in
 *       UTF-8, a zero byte, the number of rows, and its values in the order of the file as float64.
 * </ul>
 *
 * <p>The members of a group are in the order of the UTF-8 bytes of their names. Every NaN counts as
 * 0x7FC00000 or 0x7FF8000000000000. Timings are no part of it.
 */
public final class Digest {
  private static final Comparator<String> BY_BYTES =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private final Sha256 sha = new Sha256();

  private Digest() {}

  /**
   * The digest in hexadecimal.
   *
   * @param epochs the metrics of every epoch
   * @param metrics the final ones of every split
   * @param predictions of every split, in the order of {@code predictions.csv}
   */
  public static String of(
      List<Tensor> weights,
      Epochs epochs,
      Map<String, Double> metrics,
      Collection<Predictions> predictions) {
    var digest = new Digest();
    digest.addTensors(weights);
    digest.addEpochs(epochs);
    digest.addMetrics(metrics);
    digest.addPredictions(List.copyOf(predictions));
    return digest.sha.hex();
  }

  private void addTensors(List<Tensor> weights) {
    sha.add(weights.size());
    weights.stream().sorted(Comparator.comparing(Tensor::name, BY_BYTES)).forEach(this::add);
  }

  private void add(Tensor tensor) {
    sha.add(tensor.name());
    sha.add(tensor.shape().size());
    tensor.shape().forEach(sha::add);
    for (double value : tensor.values()) {
      if (tensor.precision() == Precision.FLOAT32) {
        sha.add((float) value);
      } else {
        sha.add(value);
      }
    }
  }

  private void addEpochs(Epochs epochs) {
    // without an epoch the file has no column of a metric
    List<String> names = epochs.isEmpty() ? List.of() : epochs.names();
    sha.add(names.size());
    for (String metric : names.stream().sorted(BY_BYTES).toList()) {
      sha.add(metric);
      sha.add(epochs.size());
      epochs.add(sha, metric);
    }
  }

  private void addMetrics(Map<String, Double> metrics) {
    sha.add(metrics.size());
    for (String metric : metrics.keySet().stream().sorted(BY_BYTES).toList()) {
      sha.add(metric);
      sha.add(metrics.get(metric));
    }
  }

  private void addPredictions(List<Predictions> splits) {
    List<String> columns =
        splits.isEmpty()
            ? List.of()
            : SplitPredictions.outputColumns(splits.get(0).target(), splits.get(0).outputs());
    int rows = splits.stream().mapToInt(Predictions::rows).sum();
    sha.add(columns.size());
    for (String column : columns.stream().sorted(BY_BYTES).toList()) {
      sha.add(column);
      sha.add(rows);
      splits.forEach(split -> add(split, columns.indexOf(column)));
    }
  }

  private void add(Predictions split, int column) {
    for (int i = column; i < split.values().length; i += split.outputs()) {
      sha.add(split.values()[i]);
    }
  }
}
