package dev.kassei.trainer.training;

import dev.kassei.trainer.engine.Programs;
import dev.kassei.trainer.engine.plan.Plan;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Finds what first stopped being a number. */
final class Divergence {
  private Divergence() {}

  /**
   * Says which weights or which layer went bad first.
   *
   * @param layers a plan of {@link Programs#layers} that has run on the bad batch
   */
  static String describe(Plan layers, int rows, long step) {
    String where =
        badTensor(layers)
            .or(() -> badLayer(layers, rows))
            .orElse("the loss is not finite although every layer is");
    return String.format(
        Locale.ROOT,
        "the loss is not a finite number at step %d: %s. A smaller learning_rate, or"
            + " training.clip_norm, usually helps",
        step,
        where);
  }

  private static Optional<String> badTensor(Plan layers) {
    return layers.tensorNames().stream()
        .filter(name -> !isFinite(layers.read(name, 0)))
        .findFirst()
        .map(name -> "'" + name + "' has values that are not finite");
  }

  private static Optional<String> badLayer(Plan layers, int rows) {
    return layers.outputNames().stream()
        .filter(name -> !name.equals(Programs.LOSSES))
        .filter(name -> !isFinite(layers.output(name, 0, rows)))
        .findFirst()
        .map(name -> "the layer '" + name + "' is the first with values that are not finite");
  }

  private static boolean isFinite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }
}
