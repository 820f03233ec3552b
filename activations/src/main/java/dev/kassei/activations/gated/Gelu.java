package dev.kassei.activations.gated;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The Gaussian error linear unit, f(x) = x·Φ(x), where Φ is the distribution function of the
 * standard normal distribution.
 *
 * <p>There are three forms, see {@link Approximation}. None has kinks, and each keeps its digits in
 * the negative tail, where 1 + erf and 1 + tanh cancel.
 *
 * <p>Peers differ: PyTorch, Keras and ONNX default to the exact form, JAX, TensorFlow Addons and
 * the article to the tanh form, DL4J to the sigmoid form.
 *
 * @param approximate the form, named as PyTorch's argument of the same name
 */
@PluginName(value = "gelu", title = "GELU")
@Reference(
    "Dan Hendrycks, Kevin Gimpel (2016): Gaussian Error Linear Units (GELUs). arXiv:1606.08415")
public record Gelu(Approximation approximate) implements Activation {
  /** How the normal distribution function is computed. */
  public enum Approximation {
    /** Exactly: x/2·erfc(−x/√2). */
    NONE,
    /** x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³))), within 0.0005 of the exact form. */
    TANH,
    /** x·σ(1.702·x), within 0.021 of the exact form. */
    SIGMOID
  }

  private static final double INVERSE_SQRT_2 = 0.7071067811865476;

  /** 2·√(2/π). */
  private static final double LINEAR = 1.5957691216057308;

  /** 2·√(2/π)·0.044715. */
  private static final double CUBIC = 0.07135481627260025;

  /** From |x| = 22 on the gate of the tanh form is exactly 0 or 1, and its x² must not overflow. */
  private static final double SATURATED_SQUARE = 22 * 22;

  public Gelu() {
    this(Approximation.NONE);
  }

  @Override
  public Expr apply(Expr x) {
    return switch (approximate) {
      case NONE -> x.times(0.5).times(x.times(-INVERSE_SQRT_2).erfc());
      case TANH -> x.times(tanhGate(x));
      case SIGMOID -> x.times(x.times(1.702).sigmoid());
    };
  }

  /** (1 + tanh(u)) / 2 as σ(2u), where 2u = x·(LINEAR + CUBIC·x²) has the fewest roundings. */
  private static Expr tanhGate(Expr x) {
    Expr slope = x.square().min(SATURATED_SQUARE).times(CUBIC).plus(LINEAR);
    return x.times(slope).sigmoid();
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Gelu(), "keras", "onnx", "pytorch")
        .and(new Gelu(Approximation.TANH), "article", "jax", "tfa")
        .and(new Gelu(Approximation.SIGMOID), "dl4j")
        .byLibrary();
  }
}
