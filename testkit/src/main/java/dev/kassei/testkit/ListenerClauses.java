package dev.kassei.testkit;

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import java.util.List;
import java.util.Map;

/** What listeners promise: nothing that they are told makes them throw. */
final class ListenerClauses {
  private static final int EPOCHS = 3;

  private ListenerClauses() {}

  static List<Clause<Listener>> all() {
    return new Clauses<Listener>()
        .and("EPOCHS", "listens to a training", ListenerClauses::training)
        .and("NAN", "listens to a training that diverges", ListenerClauses::divergence)
        .and("NOTHING", "listens to a training without an epoch", ListenerClauses::nothing)
        .list();
  }

  private static void training(Listener listener, Findings findings) {
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      tell(listener, new Epoch(epoch, metrics(1.0 / (1 + epoch))), findings);
    }
    end(listener, findings);
  }

  private static void divergence(Listener listener, Findings findings) {
    tell(listener, new Epoch(0, metrics(Double.NaN)), findings);
    tell(listener, new Epoch(1, metrics(Double.POSITIVE_INFINITY)), findings);
    end(listener, findings);
  }

  private static void nothing(Listener listener, Findings findings) {
    end(listener, findings);
  }

  private static Map<String, Double> metrics(double value) {
    return Map.of(Epoch.RUNNING_LOSS, value, "validation.loss", value);
  }

  private static void tell(Listener listener, Epoch epoch, Findings findings) {
    try {
      listener.epochEnded(epoch);
    } catch (RuntimeException e) {
      findings.error("told of %s it throws %s", epoch, e);
    }
  }

  private static void end(Listener listener, Findings findings) {
    try {
      listener.trainingEnded();
    } catch (RuntimeException e) {
      findings.error("told that training has ended it throws %s", e);
    }
  }
}
