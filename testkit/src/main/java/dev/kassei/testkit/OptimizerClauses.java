package dev.kassei.testkit;

import dev.kassei.api.Optimizer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.InitialValues;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.Descent;
import dev.kassei.engine.Programs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** What optimizers promise, tried on two weights of five numbers each. */
final class OptimizerClauses {
  private static final int SIZE = 5;
  private static final int STEPS = 100;
  private static final double[] SLOPES = {0, 1e-30, 1e-8, 1, 1e4, -1e4};

  private OptimizerClauses() {}

  static List<Clause<Optimizer>> all() {
    return new Clauses<Optimizer>()
        .and("RATE", "has a positive learning rate", OptimizerClauses::rate)
        .and("SLOTS", "names its slots by their weight", OptimizerClauses::slots)
        .and("UPDATED", "updates its slots", OptimizerClauses::updated)
        .and("INFERENCE", "begins with equal weights in inference", OptimizerClauses::begins)
        .and("ROLES", "updates matrices, biases and scales", OptimizerClauses::roles)
        .and("PURITY", "takes the same steps each time", OptimizerClauses::pure)
        .and("FINITE", "stays finite for extreme gradients", OptimizerClauses::finite)
        .and("STILL", "stands still at learning rate 0", OptimizerClauses::still)
        .and("DESCENT", "lowers a quadratic", OptimizerClauses::descends)
        .list();
  }

  private static void rate(Optimizer optimizer, Findings findings) {
    double rate = optimizer.learningRate();
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      findings.error("a learning rate is positive and finite, but this is %s", rate);
    }
  }

  private static void slots(Optimizer optimizer, Findings findings) {
    for (String slot : descent(optimizer, Precision.FLOAT64, OptimizerClauses::quadratic).slots()) {
      if (!slot.startsWith(Programs.OPTIMIZER)) {
        findings.error(
            "the slot '%s' does not belong to a weight, so all weights share it: declare it by"
                + " weight.state(…)",
            slot);
      }
    }
  }

  private static void updated(Optimizer optimizer, Findings findings) {
    Descent descent = descent(optimizer, Precision.FLOAT64, OptimizerClauses::quadratic);
    var still = new LinkedHashMap<String, double[]>();
    descent.slots().forEach(slot -> still.put(slot, descent.slot(slot)));
    for (int step = 0; step < STEPS && !still.isEmpty(); step++) {
      descent.step(optimizer.learningRate());
      still
          .entrySet()
          .removeIf(slot -> !Arrays.equals(slot.getValue(), descent.slot(slot.getKey())));
    }
    still.forEach(
        (slot, numbers) ->
            findings.warning(
                "%s steps leave the slot '%s' at %s: it is read and never updated; return"
                    + " next.updating(slot, its next value)",
                STEPS, slot, Arrays.toString(numbers)));
  }

  private static void begins(Optimizer optimizer, Findings findings) {
    Descent descent = descent(optimizer, Precision.FLOAT64, OptimizerClauses::quadratic);
    double[] training = descent.weights();
    double[] inference = descent.inferenceWeights();
    if (!Arrays.equals(training, inference)) {
      findings.error(
          "before the first step the weights in inference are %s, where those in training are %s",
          Arrays.toString(inference), Arrays.toString(training));
    }
  }

  /** By their roles it may treat them differently. */
  private static void roles(Optimizer optimizer, Findings findings) {
    InitialValues half = (fans, draws, index) -> 0.5;
    Expr x = Expr.input("x", Shape.batch(3)).at("dense");
    Shape row = Shape.fixed(1, 2);
    Expr dense = x.matmul(x.weights("weight", 3, 2, half)).plus(x.parameter("bias", row, half));
    Expr y = dense.times(dense.at("norm").parameter("weight", row, half));
    try {
      Programs.training(y, y.square().rowSum(), Optional.of(optimizer), OptionalDouble.empty());
    } catch (IllegalArgumentException e) {
      findings.error("%s", e.getMessage());
    }
  }

  private static void pure(Optimizer optimizer, Findings findings) {
    for (Precision precision : Precision.values()) {
      double[] first = after(optimizer, precision, 10);
      double[] again = after(optimizer, precision, 10);
      if (!Arrays.equals(first, again)) {
        findings.error(
            "equal gradients give different weights in %s: %s and %s",
            precision, Arrays.toString(first), Arrays.toString(again));
      }
    }
  }

  private static double[] after(Optimizer optimizer, Precision precision, int steps) {
    Descent descent = descent(optimizer, precision, OptimizerClauses::quadratic);
    run(descent, steps, optimizer.learningRate());
    return descent.weights();
  }

  private static void finite(Optimizer optimizer, Findings findings) {
    for (Precision precision : Precision.values()) {
      for (double slope : SLOPES) {
        Descent descent = descent(optimizer, precision, weight -> weight.times(slope).rowSum());
        for (int step = 1; step <= 3; step++) {
          run(descent, 1, optimizer.learningRate());
          double[] weights = descent.inferenceWeights();
          if (!Arrays.stream(weights).allMatch(Double::isFinite)) {
            findings.error(
                "after step %s with gradient %s the weights in %s are %s",
                step, slope, precision, Arrays.toString(weights));
            break;
          }
        }
      }
    }
  }

  private static void still(Optimizer optimizer, Findings findings) {
    Descent descent = descent(optimizer, Precision.FLOAT64, OptimizerClauses::quadratic);
    double[] before = descent.weights();
    run(descent, 1, 0);
    double[] after = descent.weights();
    if (!Arrays.equals(before, after)) {
      findings.warning(
          "at learning rate 0 weights change from %s to %s, so a schedule cannot stop it",
          Arrays.toString(before), Arrays.toString(after));
    }
  }

  private static void descends(Optimizer optimizer, Findings findings) {
    for (Precision precision : Precision.values()) {
      Descent descent = descent(optimizer, precision, OptimizerClauses::quadratic);
      double before = descent.loss();
      run(descent, STEPS, optimizer.learningRate());
      double after = descent.loss();
      if (!(after < before)) {
        findings.error(
            "%s steps in %s take ½·Σ(w − 1)² from %s to %s: it should fall",
            STEPS, precision, before, after);
      }
    }
  }

  private static void run(Descent descent, int steps, double rate) {
    for (int step = 0; step < steps; step++) {
      descent.step(rate);
    }
  }

  private static Descent descent(
      Optimizer optimizer, Precision precision, UnaryOperator<Expr> loss) {
    return new Descent(optimizer, SIZE, loss, precision);
  }

  private static Expr quadratic(Expr weight) {
    return weight.minus(1).square().rowSum().times(0.5);
  }
}
