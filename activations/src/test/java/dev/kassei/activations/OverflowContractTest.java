package dev.kassei.activations;

import dev.kassei.activations.gated.ESwish;
import dev.kassei.activations.gated.Serlu;
import dev.kassei.activations.polynomial.Ncu;
import dev.kassei.activations.polynomial.Squ;
import dev.kassei.activations.rectified.BentIdentity;
import dev.kassei.activations.rectified.SoftPlusPlus;
import dev.kassei.activations.rectified.SquaredRelu;
import dev.kassei.activations.trainable.AttentionRelu;
import dev.kassei.activations.trainable.BendableLinear;
import dev.kassei.activations.trainable.Delu;
import dev.kassei.activations.trainable.Pelu;
import dev.kassei.activations.trainable.StarRelu;
import dev.kassei.activations.trainable.Xielu;
import dev.kassei.api.Activation;
import dev.kassei.testkit.ActivationContract;
import dev.kassei.testkit.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * The activations whose values exceed large inputs, so that those of the largest are infinite, and
 * those with other hyperparameters than the defaults, where some do.
 */
class OverflowContractTest implements ActivationContract {
  private static final List<Activation> OVERFLOWING =
      List.of(
          new BentIdentity(),
          new ESwish(),
          new Ncu(),
          new Serlu(),
          new SoftPlusPlus(),
          new Squ(),
          new SquaredRelu(),
          new AttentionRelu(),
          new BendableLinear(),
          new Delu(),
          new Pelu(2, 1),
          new StarRelu(),
          new Xielu());

  static boolean covers(Activation activation) {
    return OVERFLOWING.contains(activation);
  }

  @Override
  public Stream<Activation> activations() {
    return Stream.concat(OVERFLOWING.stream(), HyperparametersTest.activations());
  }

  @Override
  public boolean accepts(Finding finding) {
    return finding.severity() == Finding.Severity.WARNING && finding.check().equals("extremes");
  }
}
