package dev.kassei.builtins.optimizer;

import dev.kassei.api.Optimizer;
import tools.jackson.databind.JsonNode;

/** Makes the optimizers that reference numbers are about, from the names and defaults of peers. */
final class ReferenceOptimizers {
  private final JsonNode attributes;

  private ReferenceOptimizers(JsonNode attributes) {
    this.attributes = attributes;
  }

  static Optimizer of(JsonNode reference) {
    // what follows the name is the variant, which the attributes say, too
    String name =
        reference.get("op").asString().replaceAll("_(wd|nesterov|momentum|centered).*", "");
    var made = new ReferenceOptimizers(reference.get("attrs"));
    return switch (name) {
      case "SGD" -> made.sgd();
      case "Adam" -> made.adam();
      case "AdamW" -> made.adamw();
      case "Adagrad" -> made.adagrad();
      case "Adadelta" -> made.adadelta();
      case "RMSprop" -> made.rmsprop();
      case "Adamax" -> made.adamax();
      case "NAdam" -> made.nadam();
      case "RAdam" -> made.radam();
      case "Rprop" -> new Rprop(made.number("lr", 0.01), 0.5, 1.2, 1e-6, 50);
      case "Adafactor" -> made.adafactor();
      case "lion" -> made.lion();
      case "adabelief" -> made.adabelief();
      case "muon" -> made.muon();
      case "schedule_free_sgd" -> made.scheduleFreeSgd();
      case "schedule_free_adamw" -> made.scheduleFreeAdamw();
      default -> throw new IllegalArgumentException("no counterpart of " + name);
    };
  }

  private double number(String name, double otherwise) {
    return attributes.path(name).asDouble(otherwise);
  }

  private boolean flag(String name, boolean otherwise) {
    return attributes.path(name).asBoolean(otherwise);
  }

  private double decay() {
    return number("weight_decay", 0);
  }

  private Optimizer sgd() {
    return new Sgd(
        number("lr", 0.001),
        number("momentum", 0),
        number("dampening", 0),
        flag("nesterov", false),
        decay());
  }

  private Optimizer adam() {
    return new Adam(number("lr", 0.001), 0.9, 0.999, 1e-8, decay(), flag("amsgrad", false));
  }

  private Optimizer adamw() {
    double decay = number("weight_decay", 0.01);
    return new Adamw(number("lr", 0.001), 0.9, 0.999, 1e-8, decay, flag("amsgrad", false));
  }

  private Optimizer adagrad() {
    return new Adagrad(
        number("lr", 0.01),
        number("lr_decay", 0),
        decay(),
        number("initial_accumulator_value", 0),
        number("eps", 1e-10));
  }

  private Optimizer adadelta() {
    return new Adadelta(number("lr", 1), number("rho", 0.9), number("eps", 1e-6), decay());
  }

  private Optimizer rmsprop() {
    return new Rmsprop(
        number("lr", 0.01),
        number("alpha", 0.99),
        1e-8,
        decay(),
        number("momentum", 0),
        flag("centered", false));
  }

  private Optimizer adamax() {
    return new Adamax(number("lr", 0.002), 0.9, 0.999, 1e-8, decay());
  }

  private Optimizer nadam() {
    return new Nadam(
        number("lr", 0.002),
        0.9,
        0.999,
        1e-8,
        decay(),
        number("momentum_decay", 0.004),
        flag("decoupled_weight_decay", false));
  }

  private Optimizer radam() {
    boolean isDecoupled = flag("decoupled_weight_decay", false);
    return new Radam(number("lr", 0.001), 0.9, 0.999, 1e-8, decay(), isDecoupled);
  }

  private Optimizer adafactor() {
    JsonNode epsilons = attributes.path("eps");
    return new Adafactor(
        number("lr", 0.01),
        number("beta2_decay", -0.8),
        epsilons.path(0).asDouble(Math.ulp(1.0)),
        epsilons.path(1).asDouble(1e-3),
        number("d", 1),
        decay());
  }

  private Optimizer lion() {
    return new Lion(number("lr", 1e-4), number("beta1", 0.9), number("beta2", 0.99), decay());
  }

  private Optimizer adabelief() {
    return new Adabelief(
        number("lr", 0.001),
        0.9,
        0.999,
        number("eps", 1e-16),
        decay(),
        flag("decoupled", true),
        flag("rectify", true));
  }

  private Optimizer muon() {
    var defaults = new Muon();
    boolean matchesRms = flag("match_rms", false);
    return new Muon(
        number("lr", 0.001),
        number("weight_decay", 0.1),
        number("momentum", 0.95),
        flag("nesterov", true),
        1e-7,
        (int) number("steps", 5),
        matchesRms ? Muon.RateAdjustment.MATCH_RMS_ADAMW : Muon.RateAdjustment.ORIGINAL,
        defaults.vectors());
  }

  private Optimizer scheduleFreeSgd() {
    return new ScheduleFreeSgd(
        number("lr", 1), number("momentum", 0.9), decay(), number("r", 0), 2);
  }

  private Optimizer scheduleFreeAdamw() {
    return new ScheduleFreeAdamw(
        number("lr", 0.0025),
        number("beta1", 0.9),
        number("beta2", 0.999),
        1e-8,
        decay(),
        number("r", 0),
        2);
  }
}
