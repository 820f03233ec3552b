package dev.kassei.batch.run;

import dev.kassei.batch.worker.Message.Refused;
import dev.kassei.experiment.checkpoint.InputChangedException;
import dev.kassei.results.file.WriteFailure;
import dev.kassei.results.text.UserFixable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Why a worker cannot work for a batch. */
final class Refusal {
  private Refusal() {}

  /** What is said of a problem; empty if it is a defect, of which there is a trace. */
  static Optional<Refused> of(RuntimeException problem) {
    if (problem instanceof UserFixable fixable) {
      return Optional.of(new Refused(String.valueOf(problem.getMessage()), fixable.isTemporary()));
    }
    if (problem instanceof InputChangedException) {
      return Optional.of(new Refused(String.valueOf(problem.getMessage()), false));
    }
    if (problem instanceof UncheckedIOException e) {
      IOException cause = e.getCause();
      return Optional.of(
          new Refused(WriteFailure.sentence(cause), WriteFailure.isTemporary(cause)));
    }
    return Optional.empty();
  }
}
