package dev.kassei.experiment.training;

import dev.kassei.engine.LayerProgram.Layer;
import dev.kassei.engine.LayerProgram.Response;
import dev.kassei.engine.plan.Plan;
import dev.kassei.results.record.LayerRecord;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What is known of one layer after some batches of rows. Mutable. */
final class LayerSums {
  private final Layer layer;
  private final double saturatedBelow;
  private final Moments input = new Moments();
  private final Moments output = new Moments();
  private final BitSet alive = new BitSet();
  private final Map<String, double[]> parameterGradients = new LinkedHashMap<>();
  private long rows;
  private long derivatives;
  private long saturated;
  private double gradientSquares;

  LayerSums(Layer layer, double saturatedBelow) {
    this.layer = layer;
    this.saturatedBelow = saturatedBelow;
  }

  /** Takes what a plan has computed for a batch. */
  void add(Plan plan, int batch) {
    rows += batch;
    layer.input().ifPresent(name -> input.add(plan.output(name, 0, batch)));
    output.add(plan.output(layer.output(), 0, batch));
    layer.response().ifPresent(each -> respond(each, plan.output(each.name(), 0, batch)));
    for (double value : plan.output(layer.gradient(), 0, batch)) {
      gradientSquares += value * value;
    }
    for (String name : layer.parameters()) {
      parameterGradients.merge(name, plan.output(name, 0, batch), LayerSums::plus);
    }
  }

  private static double[] plus(double[] sums, double[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
    return sums;
  }

  /** A unit that is no number is not called dead. */
  private void respond(Response response, double[] slopes) {
    for (int i = 0; i < slopes.length; i++) {
      if (slopes[i] != 0) {
        alive.set(i % response.columns());
      }
    }
    if (response.elementwise()) {
      derivatives += slopes.length;
      for (double slope : slopes) {
        saturated += Math.abs(slope) < saturatedBelow ? 1 : 0;
      }
    }
  }

  /** The number of units that can be dead; 0 if it is no activation. */
  int units() {
    return layer.response().map(Response::columns).orElse(0);
  }

  /** How many of them are: no row has a derivative other than 0. */
  int dead() {
    return units() - alive.cardinality();
  }

  /** How many derivatives were seen; 0 if it is no elementwise activation. */
  long derivatives() {
    return derivatives;
  }

  /** How many of them are nearly 0. */
  long saturated() {
    return saturated;
  }

  LayerRecord record(int epochs) {
    boolean hasInput = layer.input().isPresent();
    return new LayerRecord(
        epochs,
        layer.path(),
        layer.columns(),
        hasInput ? OptionalDouble.of(input.mean()) : OptionalDouble.empty(),
        hasInput ? OptionalDouble.of(input.variance()) : OptionalDouble.empty(),
        output.mean(),
        output.variance(),
        share(dead(), units()),
        share(saturated, derivatives),
        Math.sqrt(gradientSquares / rows),
        parameterGradientNorm());
  }

  private OptionalDouble parameterGradientNorm() {
    if (parameterGradients.isEmpty()) {
      return OptionalDouble.empty();
    }
    double squares = 0;
    for (double[] sums : parameterGradients.values()) {
      for (double sum : sums) {
        squares += sum / rows * (sum / rows);
      }
    }
    return OptionalDouble.of(Math.sqrt(squares));
  }

  private static OptionalDouble share(long some, long all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) some / all);
  }
}
