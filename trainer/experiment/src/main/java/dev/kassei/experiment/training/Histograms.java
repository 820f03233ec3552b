package dev.kassei.experiment.training;

import dev.kassei.api.expr.Detail;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.experiment.data.DataSplit;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.results.record.HistogramBin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Histograms of a network's weights and of what each of its layers returns. */
final class Histograms {
  private Histograms() {}

  /** Those of the weights of a lane; layers see the validation rows, or else the training rows. */
  static List<HistogramBin> of(PreparedTrial trial, Execution execution, Plan plan, int lane) {
    var bins = new ArrayList<HistogramBin>();
    plan.inferenceTensors(lane)
        .forEach(
            (name, values) -> {
              if (!name.startsWith(Programs.OPTIMIZER)) {
                bins.addAll(Histogram.of(kind(plan, name), name, values));
              }
            });
    bins.addAll(activations(probe(trial, execution), plan, lane));
    return bins;
  }

  private static HistogramBin.Kind kind(Plan plan, String tensor) {
    return plan.tensors().declaration(tensor) instanceof Detail.State
        ? HistogramBin.Kind.STATE
        : HistogramBin.Kind.WEIGHT;
  }

  private static Probe probe(PreparedTrial trial, Execution execution) {
    DataSplit train = trial.data().train();
    DataSplit seen = trial.data().splits().getOrDefault(SplitData.VALIDATION, train);
    var program = Programs.inferenceLayers(trial.network().response());
    return new Probe(trial, seen.features(), program, execution);
  }

  /** Computes all rows twice, so that the values need not be kept. */
  private static List<HistogramBin> activations(Probe probe, Plan plan, int lane) {
    Map<String, Histogram> layers = new LinkedHashMap<>();
    probe.names().stream()
        .filter(name -> !name.equals(Programs.RESPONSE))
        .forEach(name -> layers.put(name, new Histogram()));
    probe.load(plan, lane);
    probe.run(
        (from, rows) -> layers.forEach((name, layer) -> layer.measure(probe.values(name, rows))));
    probe.run(
        (from, rows) -> layers.forEach((name, layer) -> layer.count(probe.values(name, rows))));
    var bins = new ArrayList<HistogramBin>();
    layers.forEach((name, layer) -> bins.addAll(layer.bins(HistogramBin.Kind.ACTIVATION, name)));
    return bins;
  }
}
