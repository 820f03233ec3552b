package dev.kassei.experiment.training;

import dev.kassei.api.Optimizer;
import dev.kassei.api.ParameterRole;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.engine.Programs;
import dev.kassei.engine.UpdateRule;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LayerRate;
import dev.kassei.experiment.config.Training;
import dev.kassei.experiment.config.WeightDecay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the rule by which the parameters of a network are updated. */
final class UpdateRules {
  private static final String EXCLUDE = "training.exclude_from_decay";
  private static final String RATES = "training.layer_rates";

  private final Optimizer optimizer;
  private final Training training;
  private final List<Expr> parameters;
  private final LayerPaths layers;

  private UpdateRules(Optimizer optimizer, Training training, Network network) {
    this.optimizer = optimizer;
    this.training = training;
    this.parameters = Programs.parameters(network.losses(), Mode.TRAINING);
    this.layers = LayerPaths.of(parameters.stream().map(Programs::name).toList());
  }

  /**
   * The rule of an optimizer.
   *
   * @throws ExperimentException if the network has no such layers
   */
  static UpdateRule of(Optimizer optimizer, Training training, Network network) {
    return new UpdateRules(optimizer, training, network).rule();
  }

  /**
   * Refuses what would do nothing where a minimizer takes steps of its own.
   *
   * @throws ExperimentException if there is such a key
   */
  static void requireNone(Training training) {
    var keys = new LinkedHashMap<String, Boolean>();
    keys.put("training.drop_last", training.dropLast());
    keys.put("training.accumulate", training.accumulate() > 1);
    keys.put("training.clip_value", training.clipValue().isPresent());
    keys.put("training.clip_norm", training.clipNorm().isPresent());
    keys.put("training.sharpness_aware", training.sharpnessAware().isPresent());
    keys.put(EXCLUDE, !training.excludeFromDecay().isEmpty());
    keys.put(RATES, !training.layerRates().isEmpty());
    keys.forEach(
        (key, isGiven) -> {
          if (isGiven) {
            throw new ExperimentException(
                key,
                "this optimizer takes its steps by itself, so this would do nothing; leave it out");
          }
        });
  }

  private UpdateRule rule() {
    Map<String, Optimizer> optimizers = optimizers();
    Map<String, Double> factors = factors();
    return new UpdateRule(
        name -> optimizers.getOrDefault(name, optimizer),
        name -> factors.getOrDefault(name, 1.0),
        training.clipValue(),
        training.clipNorm(),
        training.accumulate() > 1,
        training
            .sharpnessAware()
            .map(each -> new UpdateRule.Perturbation(each.rho(), each.adaptive())));
  }

  private Map<String, Double> factors() {
    var factors = new LinkedHashMap<String, Double>();
    for (LayerRate rate : training.layerRates()) {
      for (String name : layers.parameters(RATES, rate.layer(), List.of())) {
        factors.put(name, rate.factor());
      }
    }
    return factors;
  }

  private Map<String, Optimizer> optimizers() {
    var optimizers = new LinkedHashMap<String, Optimizer>();
    if (!training.excludeFromDecay().isEmpty()) {
      Optimizer undecayed = undecayed();
      for (String group : training.excludeFromDecay()) {
        excluded(group).forEach(name -> optimizers.put(name, undecayed));
      }
      if (optimizers.isEmpty()) {
        throw new ExperimentException(
            EXCLUDE,
            "the network has no parameter of %s, so this would do nothing; leave it out"
                .formatted(String.join(" or ", training.excludeFromDecay())));
      }
    }
    return optimizers;
  }

  private Optimizer undecayed() {
    try {
      return WeightDecay.without(optimizer)
          .orElseThrow(
              () ->
                  new ExperimentException(
                      EXCLUDE, "this optimizer has no weight_decay; leave the key out"));
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(EXCLUDE, e);
    }
  }

  private List<String> excluded(String group) {
    return switch (group) {
      case "bias" -> named(ParameterRole.BIAS);
      case "norm" -> named(ParameterRole.SCALE);
      default -> layers.parameters(EXCLUDE, group, List.of("bias", "norm"));
    };
  }

  private List<String> named(ParameterRole role) {
    return parameters.stream()
        .filter(each -> ParameterRole.of(each) == role)
        .map(Programs::name)
        .toList();
  }
}
