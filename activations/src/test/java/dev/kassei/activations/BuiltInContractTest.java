package dev.kassei.activations;

import dev.kassei.activations.gated.Gelu;
import dev.kassei.activations.gated.Gelu.Approximation;
import dev.kassei.activations.gated.Swish;
import dev.kassei.activations.rectified.Elu;
import dev.kassei.activations.rectified.LeakyRelu;
import dev.kassei.activations.rectified.Softplus;
import dev.kassei.activations.sigmoidal.HardSigmoid;
import dev.kassei.api.Activation;
import dev.kassei.testkit.ActivationContract;
import dev.kassei.testkit.Finding;
import java.util.stream.Stream;

/** All built-in activations, with their defaults, as their peers have them, and with others. */
class BuiltInContractTest implements ActivationContract {
  @Override
  public Stream<Activation> activations() {
    Stream<Activation> peers =
        Catalogue.all().flatMap(activation -> activation.peers().values().stream());
    Stream<Activation> others =
        Stream.of(
            new Gelu(Approximation.SIGMOID),
            new Swish(1.702),
            new Swish(-3),
            new Elu(0.5),
            new LeakyRelu(0.3),
            new Softplus(2),
            new Softplus(0.1),
            new Softplus(1000),
            new HardSigmoid(0.3, 0.1));
    return Stream.of(Catalogue.all(), peers, others)
        .flatMap(all -> all)
        .filter(activation -> !OverflowContractTest.covers(activation))
        .distinct();
  }

  /** Ours are without warnings, and all have a reference; but ReLU is ReLU. */
  @Override
  public boolean accepts(Finding finding) {
    return finding.check().equals("dead");
  }
}
