package dev.kassei.experiment.training;

import dev.kassei.api.Epoch;
import java.util.AbstractList;
import java.util.LinkedHashMap;

/** Epochs with the learning rate of each, which is a setting and so in no digest. */
final class RatedEpochs extends AbstractList<Epoch> {
  private final Outcome outcome;

  RatedEpochs(Outcome outcome) {
    this.outcome = outcome;
  }

  @Override
  public Epoch get(int epoch) {
    return rated(outcome.epochs().get(epoch), outcome.learningRates()[epoch]);
  }

  /** An epoch with its learning rate; as it is where there is none. */
  static Epoch rated(Epoch epoch, double rate) {
    if (Double.isNaN(rate)) {
      return epoch;
    }
    var metrics = new LinkedHashMap<>(epoch.metrics());
    metrics.put(Epoch.LEARNING_RATE, rate);
    return new Epoch(epoch.epoch(), metrics);
  }

  @Override
  public int size() {
    return outcome.epochs().size();
  }
}
