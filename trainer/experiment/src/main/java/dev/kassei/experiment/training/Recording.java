package dev.kassei.experiment.training;

import dev.kassei.engine.TrainableActivation;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.experiment.config.Plots;
import dev.kassei.results.record.ActivationCurve;
import dev.kassei.results.record.ActivationParameter;
import dev.kassei.results.record.HistogramBin;
import dev.kassei.results.record.SurfacesRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Saves what pictures of a trial are drawn from. It reads the weights of the plan that trains and
 * computes in plans of its own, so that training has the same bits without it.
 */
final class Recording {
  private static final int INPUTS = 2;

  private final PreparedTrial trial;
  private final Execution execution;
  private final Optional<Surfaces> surfaces;
  private final Optional<LearnedActivations> activations;
  private List<HistogramBin> histograms = List.of();

  Recording(PreparedTrial trial, Plots plots, Execution execution) {
    this.trial = trial;
    this.execution = execution;
    this.surfaces =
        plots
            .surface()
            .filter(surface -> trial.data().width() == INPUTS)
            .map(surface -> new Surfaces(trial, Mesh.of(surface, trial.data()), execution));
    this.activations =
        Optional.of(TrainableActivation.all(trial.network().prediction()))
            .filter(all -> !all.isEmpty())
            .map(all -> new LearnedActivations(trial, all, execution));
  }

  /** Called with the first weights and after each epoch. */
  void epochsDone(int epochs, Plan plan, int lane) {
    surfaces.ifPresent(each -> each.epochsDone(epochs, plan, lane));
    activations.ifPresent(each -> each.epochsDone(epochs, plan, lane));
  }

  /** What was saved so far, by name, for a resumed trial. */
  Map<String, double[]> state() {
    var state = new LinkedHashMap<String, double[]>();
    surfaces.ifPresent(each -> state.putAll(each.state()));
    activations.ifPresent(each -> state.putAll(each.state()));
    return state;
  }

  /** Continues with what was saved; names that nobody knows are passed over. */
  void resume(Map<String, double[]> state) {
    surfaces.ifPresent(each -> each.resume(state));
    activations.ifPresent(each -> each.resume(state));
  }

  /** Called once with the weights of the result, which so many epochs have made. */
  void trained(int epochs, Plan plan, int lane) {
    surfaces.ifPresent(each -> each.trained(epochs, plan, lane));
    activations.ifPresent(each -> each.trained(plan, lane));
    histograms = Histograms.of(trial, execution, plan, lane);
  }

  /** The surfaces; empty if the network has not two inputs or they are not wanted. */
  Optional<SurfacesRecord> surfaces() {
    return surfaces.map(Surfaces::result);
  }

  /** The parameters of trainable activations over epochs. */
  List<ActivationParameter> activationParameters() {
    return activations.map(LearnedActivations::parameters).orElse(List.of());
  }

  /** The shapes of trainable activations before and after training. */
  List<ActivationCurve> activationCurves() {
    return activations.map(LearnedActivations::curves).orElse(List.of());
  }

  /** The histograms of the final network. */
  List<HistogramBin> histograms() {
    return histograms;
  }
}
