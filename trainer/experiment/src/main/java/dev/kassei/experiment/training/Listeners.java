package dev.kassei.experiment.training;

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import java.util.List;

/** Several listeners as one, told in their order. */
record Listeners(List<Listener> all) implements Listener {
  Listeners {
    all = List.copyOf(all);
  }

  @Override
  public void epochEnded(Epoch epoch) {
    all.forEach(listener -> listener.epochEnded(epoch));
  }

  @Override
  public void trainingEnded() {
    all.forEach(Listener::trainingEnded);
  }
}
