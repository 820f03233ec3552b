package org.example;

import dev.kassei.api.Listener;
import dev.kassei.api.PluginName;
import dev.kassei.api.RunControl;
import dev.kassei.api.RunStart;
import dev.kassei.api.StepEnd;

/** Ends training once a mini-batch has a loss this low, or a weight is this large. */
@PluginName("stop_at_loss")
public record StopAtLoss(double loss, double largest) implements Listener {
  public StopAtLoss() {
    this(1e-3, 1e3);
  }

  @Override
  public Listener startedIn(RunStart run) {
    return new Watching(this, run.control());
  }

  private record Watching(StopAtLoss limits, RunControl control) implements Listener {
    @Override
    public void stepEnded(StepEnd step) {
      if (step.loss() <= limits.loss()) {
        control.requestStop("step %s has a loss of %s".formatted(step.step(), step.loss()));
      }
      for (String name : control.weightNames()) {
        for (double weight : control.weights(name)) {
          if (Math.abs(weight) >= limits.largest()) {
            control.requestStop("%s has a weight of %s".formatted(name, weight));
          }
        }
      }
    }
  }
}
