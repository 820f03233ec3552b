package dev.kassei.activations;

import dev.kassei.activations.gated.ESwish;
import dev.kassei.activations.gated.Serlu;
import dev.kassei.activations.polynomial.Ncu;
import dev.kassei.activations.polynomial.Squ;
import dev.kassei.activations.rectified.BentIdentity;
import dev.kassei.activations.rectified.SoftPlusPlus;
import dev.kassei.activations.rectified.SquaredRelu;
import dev.kassei.api.Activation;
import dev.kassei.testkit.ActivationContract;
import dev.kassei.testkit.Finding;
import java.util.List;
import java.util.stream.Stream;

/** The activations whose values exceed large inputs, so that those of the largest are infinite. */
class OverflowContractTest implements ActivationContract {
  private static final List<Activation> OVERFLOWING =
      List.of(
          new BentIdentity(),
          new ESwish(),
          new Ncu(),
          new Serlu(),
          new SoftPlusPlus(),
          new Squ(),
          new SquaredRelu());

  static boolean covers(Activation activation) {
    return OVERFLOWING.contains(activation);
  }

  @Override
  public Stream<Activation> activations() {
    return OVERFLOWING.stream();
  }

  @Override
  public boolean accepts(Finding finding) {
    return finding.severity() == Finding.Severity.WARNING && finding.check().equals("extremes");
  }
}
