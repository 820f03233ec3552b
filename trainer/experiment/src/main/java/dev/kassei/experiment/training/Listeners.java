package dev.kassei.experiment.training;

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import dev.kassei.api.RunStart;
import dev.kassei.api.StepEnd;
import dev.kassei.api.value.ContractException;
import java.nio.file.Path;
import java.util.List;

/** Several listeners as one, told in their order. Mutable: a run that starts may have its own. */
final class Listeners implements Listener {
  private List<Listener> all;

  Listeners(List<Listener> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public Listener startedIn(RunStart run) {
    all =
        all.stream()
            .map(each -> ContractException.returned(each.startedIn(run), each, "startedIn"))
            .toList();
    return this;
  }

  @Override
  public void stepEnded(StepEnd step) {
    for (Listener listener : all) { // not by a lambda, which would be an object a step
      listener.stepEnded(step);
    }
  }

  @Override
  public void epochEnded(Epoch epoch) {
    all.forEach(listener -> listener.epochEnded(epoch));
  }

  @Override
  public void trainingEnded() {
    all.forEach(Listener::trainingEnded);
  }

  @Override
  public void runSaved(Path folder) {
    all.forEach(listener -> listener.runSaved(folder));
  }
}
