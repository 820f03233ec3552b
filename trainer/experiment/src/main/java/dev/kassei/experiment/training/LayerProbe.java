package dev.kassei.experiment.training;

import dev.kassei.engine.LayerProgram;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Tensors;
import dev.kassei.experiment.config.LayerStatistics;
import dev.kassei.experiment.data.DataSplit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures the layers of a trial's network as training sees them, over rows that are always the
 * same: in mini-batches of the size of training, with its noise, but without an update. It computes
 * with the weights of another plan in one of its own, so that training has the same bits without
 * it. Mutable.
 */
final class LayerProbe {
  private final LayerStatistics settings;
  private final LayerProgram program;
  private final DataSplit split;
  private final int[] rows;
  private final Plan plan;

  LayerProbe(PreparedTrial trial, LayerWatch watch, Execution execution) {
    this.settings = watch.settings();
    this.program = watch.program();
    this.split = trial.data().splits().get(settings.splitName());
    this.rows = rows(split.rows(), Math.min(settings.rows(), split.rows()));
    var options =
        PlanOptions.of(trial.precision(), Math.min(trial.batchSize(), rows.length))
            .by(Probe.patient(execution));
    this.plan = new Plan(List.of(program.program()), options);
    plan.setNoiseSeed(0, trial.seeds().noise());
  }

  /** So many of all rows, at equal distances. */
  private static int[] rows(int all, int count) {
    return IntStream.range(0, count).map(i -> (int) ((long) i * all / count)).toArray();
  }

  /** Measures with the weights and states of a lane, which stay as they are. */
  LayerMeasurement measure(Plan other, int lane) {
    Tensors to = plan.tensors();
    to.names().forEach(name -> to.write(name, 0, other.tensors().read(name, lane)));
    plan.setStep(0, other.step(lane));
    List<LayerSums> layers =
        program.layers().stream()
            .map(layer -> new LayerSums(layer, settings.saturatedBelow()))
            .toList();
    for (int from = 0; from < rows.length; from += plan.capacity()) {
      int count = Math.min(plan.capacity(), rows.length - from);
      Minibatches.fill(plan, 0, split, rows, from, count);
      plan.run(Entry.GRADIENT, count);
      layers.forEach(layer -> layer.add(plan, count));
      plan.setStep(0, plan.step(0) + 1);
    }
    return new LayerMeasurement(layers);
  }
}
