package dev.kassei.activations;

import dev.kassei.activations.gated.EisOne;
import dev.kassei.activations.gated.Gelu;
import dev.kassei.activations.gated.Gelu.Approximation;
import dev.kassei.activations.gated.SwiGlu;
import dev.kassei.activations.gated.Swish;
import dev.kassei.activations.periodic.Snake;
import dev.kassei.activations.rectified.Celu;
import dev.kassei.activations.rectified.Elu;
import dev.kassei.activations.rectified.LeakyRelu;
import dev.kassei.activations.rectified.PRelu;
import dev.kassei.activations.rectified.RRelu;
import dev.kassei.activations.rectified.Relu;
import dev.kassei.activations.rectified.Selu;
import dev.kassei.activations.rectified.Softplus;
import dev.kassei.activations.rectified.Squareplus;
import dev.kassei.activations.rectified.Threshold;
import dev.kassei.activations.rectified.Tlu;
import dev.kassei.activations.rowwise.Maxout;
import dev.kassei.activations.shrinking.HardShrink;
import dev.kassei.activations.shrinking.SoftShrink;
import dev.kassei.activations.sigmoidal.Elliott;
import dev.kassei.activations.sigmoidal.HardSigmoid;
import dev.kassei.activations.sigmoidal.HardTanh;
import dev.kassei.activations.trainable.Pau;
import dev.kassei.api.Activation;
import dev.kassei.testkit.ActivationContract;
import dev.kassei.testkit.Finding;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** All built-in activations, with their defaults, as their peers have them, and with others. */
class BuiltInContractTest {
  /** Those that overflow or jump by definition, of which the kit warns. */
  private static final Set<String> WARNED =
      Set.of(
          "attention_relu",
          "bendable_linear",
          "bent_identity",
          "cube",
          "delu",
          "e_swish",
          "exponential",
          "geglu",
          "hard_shrink",
          "hardmax",
          "log_softmax",
          "ncu",
          "reglu",
          "selu",
          "serlu",
          "soft_exponential",
          "soft_plus_plus",
          "squ",
          "squared_relu",
          "star_relu",
          "swiglu",
          "threshold",
          "xielu");

  private static Stream<Activation> all() {
    Stream<Activation> peers =
        Catalogue.all().flatMap(activation -> activation.peers().values().stream());
    Stream<Activation> others =
        Stream.of(
            new Gelu(Approximation.SIGMOID),
            new EisOne(EisOne.Denominator.SIGNED),
            new Elliott(true),
            new Pau(Pau.Denominator.ABSOLUTE_OF_SUM),
            new Swish(1.702),
            new Swish(-3),
            new Swish(1.5, true),
            new Elu(0.5),
            new Celu(0.3),
            new Celu(20),
            new LeakyRelu(0.3),
            new PRelu(0.1, false),
            new Relu(0.1, 4, 0),
            new Relu(0, 6, 0),
            new Relu(0.2, Double.POSITIVE_INFINITY, 0),
            new RRelu(-0.5, 0.5),
            new RRelu(1.0 / 8, 1.0 / 3, RRelu.Draw.DIVISOR),
            new Softplus(2),
            new Softplus(0.1),
            new Softplus(1000),
            new Squareplus(1e-6),
            new Squareplus(100),
            new Tlu(true),
            new HardSigmoid(0.3, 0.1),
            new HardTanh(-3, 0.5),
            new SoftShrink(0.1),
            new Maxout(4),
            new Snake(3, false),
            new Snake(0.5, true));
    return Stream.of(Catalogue.all(), peers, others).flatMap(all -> all).distinct();
  }

  private static boolean isWarned(Activation activation) {
    return WARNED.contains(Catalogue.name(activation));
  }

  @Nested
  class Most implements ActivationContract {
    @Override
    public Stream<Activation> activations() {
      return all().filter(activation -> !isWarned(activation));
    }

    /** Ours are without warnings, too. */
    @Override
    public boolean accepts(Finding finding) {
      return finding.severity() == Finding.Severity.REMARK;
    }
  }

  @Nested
  class ThoseThatOverflowOrJump implements ActivationContract {
    @Override
    public Stream<Activation> activations() {
      return Stream.of(
              all().filter(BuiltInContractTest::isWarned),
              HyperparametersTest.activations(),
              Stream.of(
                  new Relu(0.1, 4, 0.5),
                  new Threshold(-0.5, -2),
                  new HardShrink(2),
                  new HardShrink(1, Optional.of(-0.5), Optional.empty()),
                  new Selu(1.5, 2),
                  new SwiGlu(-2)))
          .flatMap(all -> all);
    }
  }
}
