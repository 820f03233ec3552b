package dev.kassei.batch.run;

import dev.kassei.batch.history.Site;
import dev.kassei.batch.worker.Message;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Says what comes of trials to the coordinator. */
final class ToldResults implements TrialExecutor.Ended {
  private final Coordinator coordinator;

  /** Takes messages. */
  @FunctionalInterface
  interface Coordinator {
    void tell(Message message) throws IOException;
  }

  ToldResults(Coordinator coordinator) {
    this.coordinator = coordinator;
  }

  @Override
  public void begins() {}

  @Override
  public void trials(List<TrainedTrial> trained, Site site) throws IOException {
    coordinator.tell(new Message.Ended(trained.stream().map(ToldResults::result).toList()));
  }

  private static Message.Result result(TrainedTrial trained) {
    return new Message.Result(
        RecordBytes.of(trained.record()),
        trained.line(),
        trained.surfaces().map(surfaces -> surfaces.last()));
  }

  @Override
  public void couldNotRun(Job job, Obstacle obstacle) {
    try {
      coordinator.tell(
          new Message.Unrun(
              job.key(), obstacle.reason(), obstacle.advice(), obstacle.isTemporary()));
    } catch (IOException e) {
      throw new CancellationException();
    }
  }
}
