package dev.kassei.experiment.training;

import dev.kassei.api.Epoch;
import java.util.AbstractList;
import java.util.LinkedHashMap;

/** Epochs with the learning rate of each, which is a setting and so in no digest. */
final class RatedEpochs extends AbstractList<Epoch> {
  static final String LEARNING_RATE = "learning_rate";

  private final Outcome outcome;

  RatedEpochs(Outcome outcome) {
    this.outcome = outcome;
  }

  @Override
  public Epoch get(int epoch) {
    var metrics = new LinkedHashMap<>(outcome.epochs().get(epoch).metrics());
    metrics.put(LEARNING_RATE, outcome.learningRates()[epoch]);
    return new Epoch(epoch, metrics);
  }

  @Override
  public int size() {
    return outcome.epochs().size();
  }
}
