package dev.kassei.trainer.result;

import dev.kassei.api.Precision;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The digest of a result: equal if and only if final weights and epoch metrics have the same bits.
 * It is the SHA-256 of, all numbers little-endian,
 *
 * <ul>
 *   <li>for each tensor: its name in UTF-8, a zero byte, the number of its dimensions and each
 *       dimension as 32-bit integers, and its elements as they are in {@code weights.safetensors},
 *       4 bytes each in float32 and 8 in float64;
 *   <li>then for each metric of {@code metrics.csv}: its name in UTF-8, a zero byte, the number of
 *       epochs as a 32-bit integer, and its values in their order as float64.
 * </ul>
 *
 * <p>Tensors and metrics are each in the order of the UTF-8 bytes of their names. Every NaN counts
 * as 0x7FC00000 or 0x7FF8000000000000. Timings are no part of it.
 */
public final class Digest {
  private static final Comparator<String> BY_BYTES =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private Digest() {}

  /** The digest in hexadecimal. */
  public static String of(List<Tensor> weights, Epochs epochs) {
    var sha = new Sha256();
    weights.stream()
        .sorted(Comparator.comparing(Tensor::name, BY_BYTES))
        .forEach(tensor -> add(sha, tensor));
    epochs.names().stream().sorted(BY_BYTES).forEach(metric -> add(sha, metric, epochs));
    return sha.hex();
  }

  private static void add(Sha256 sha, Tensor tensor) {
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

  private static void add(Sha256 sha, String metric, Epochs epochs) {
    sha.add(metric);
    sha.add(epochs.size());
    epochs.add(sha, metric);
  }
}
