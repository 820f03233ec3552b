package dev.kassei.benchmarks;

import dev.kassei.api.Precision;
import dev.kassei.engine.plan.Team;

/** A piece of work that can be done again and again. */
@FunctionalInterface
public interface Work {
  /** Does it once. */
  void run();

  /**
   * The work that words describe: {@code matmul FLOAT32 NN 128 256 784}, {@code activation gelu
   * FORWARD 8192}, {@code training image}, or the limits {@code peak FLOAT32} and {@code triad}.
   */
  static Work of(String... words) {
    return switch (words[0]) {
      case "matmul" -> Product.of(words).work();
      case "activation" ->
          ActivationPlan.of(words[1], Integer.parseInt(words[3]))
              .work(ActivationPlan.Pass.valueOf(words[2]));
      case "peak" -> Peak.fma(Precision.valueOf(words[1]));
      case "triad" -> Peak.triad();
      case "training" -> TrainingStep.of(words[1], Team.alone());
      default -> throw new IllegalArgumentException("there is no work '" + words[0] + "'");
    };
  }
}
