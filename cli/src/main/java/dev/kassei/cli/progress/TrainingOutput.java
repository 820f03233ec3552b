package dev.kassei.cli.progress;

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import dev.kassei.api.RunStart;
import dev.kassei.experiment.config.Training;
import dev.kassei.results.text.Heading;
import dev.kassei.results.text.Rounded;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Prints every n-th epoch as it ends, and the progress between them; the last one, too, unless the
 * configuration says how many lie between two lines. Mutable.
 */
public final class TrainingOutput implements Listener {
  private static final int EPOCH_LINES = 10;

  private final PrintWriter out;
  private final ProgressBar progress;
  private final int every;
  private final boolean printsLast;
  private Optional<Epoch> unprinted = Optional.empty();

  public TrainingOutput(Training training, PrintWriter out, ProgressBar progress) {
    this.out = out;
    this.progress = progress;
    this.every = training.logEvery().orElse(Math.max(1, training.epochs() / EPOCH_LINES));
    this.printsLast = training.logEvery().isEmpty();
  }

  @Override
  public Listener startedIn(RunStart run) {
    progress.show(0);
    return this;
  }

  @Override
  public void epochEnded(Epoch epoch) {
    unprinted = Optional.of(epoch);
    if (epoch.epoch() % every == 0) {
      print(epoch);
    }
    progress.show(epoch.epoch() + 1);
  }

  @Override
  public void trainingEnded() {
    progress.clear();
    if (printsLast) {
      unprinted.ifPresent(this::print);
    }
  }

  private void print(Epoch epoch) {
    progress.clear();
    out.println(line(epoch));
    unprinted = Optional.empty();
  }

  /**
   * The running loss as the article prints it, by its plain name as in Keras, then whatever else
   * was measured. The learning rate is a setting.
   */
  private static String line(Epoch epoch) {
    var line = new StringBuilder("Epoch ").append(epoch.epoch());
    var metrics = new LinkedHashMap<>(epoch.metrics());
    metrics.remove(Epoch.LEARNING_RATE);
    for (Map.Entry<String, Double> metric : metrics.entrySet()) {
      String name =
          metric.getKey().equals(Epoch.RUNNING_LOSS) ? "Loss" : Heading.of(metric.getKey());
      line.append(", ").append(name).append(": ").append(Rounded.CONSOLE.metric(metric.getValue()));
    }
    return line.toString();
  }
}
