package dev.kassei.experiment.inference;

import dev.kassei.experiment.plugin.PluginFailure;
import dev.kassei.results.text.UserFixable;
import java.io.IOException;

/** Rows that a model cannot predict, in a way that their owner can fix. */
public final class PredictionException extends IllegalArgumentException implements UserFixable {
  private static final long serialVersionUID = 1L;

  private PredictionException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }

  /** What cannot be done at all. */
  static PredictionException of(String message) {
    return new PredictionException(new IllegalArgumentException(message));
  }

  /** What is done with rows. */
  @FunctionalInterface
  interface Work<T> {
    T result() throws IOException;
  }

  /** Does the work; what is wrong with the rows is reported so, and failures of plugins as such. */
  static <T> T reporting(Work<T> work) throws IOException {
    try {
      return work.result();
    } catch (IllegalArgumentException e) {
      throw PluginFailure.of(e).isPresent() ? e : new PredictionException(e);
    }
  }
}
