package dev.kassei.batch.run;

import dev.kassei.batch.worker.Message.Refused;
import dev.kassei.experiment.checkpoint.InputChangedException;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.file.WriteFailure;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Why a worker cannot work for a batch. */
final class Refusal {
  private Refusal() {}

  /** What is said of a problem; empty if it is a defect, of which there is a trace. */
  static Optional<Refused> of(RuntimeException problem) {
    if (problem instanceof ExperimentException e) {
      return Optional.of(new Refused(String.valueOf(e.getMessage()), e.isTemporary()));
    }
    if (problem instanceof InputChangedException) {
      return Optional.of(new Refused(String.valueOf(problem.getMessage()), false));
    }
    if (problem instanceof UncheckedIOException e) {
      String reason = "results cannot be written: " + WriteFailure.reason(e.getCause());
      return Optional.of(new Refused(reason, WriteFailure.isTemporary(e.getCause())));
    }
    return Optional.empty();
  }
}
