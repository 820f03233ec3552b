package dev.kassei.api;

import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * An activation function, given by its formula. Value, derivative, kernels, printed forms and
 * checks are derived from {@link #apply}; no author writes a derivative.
 */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface Activation extends Layer {
  /**
   * The published factor by which initial weights before this activation are scaled, such as √2 for
   * ReLU; empty where none was published.
   */
  default OptionalDouble gain() {
    return OptionalDouble.empty();
  }

  /**
   * The definitions of other libraries by name, such as {@code onnx}, {@code keras}, {@code
   * pytorch}, {@code jax}, and {@code article}: what {@code like: onnx} chooses in a configuration.
   * Keys given beside {@code like} override the peer's values.
   */
  default Map<String, Activation> peers() {
    return Map.of();
  }
}
