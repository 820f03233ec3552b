package dev.kassei.cli;

import dev.kassei.api.DatasetSource;
import dev.kassei.api.Target;
import dev.kassei.trainer.config.BatchConfig;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.config.TrialConfig;
import dev.kassei.trainer.dataset.SplitData;
import dev.kassei.trainer.training.Experiment;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;

/** What was decided about data that could be read in several ways. */
final class DataNotes {
  private static final String DATASET = "dataset";

  private DataNotes() {}

  /** Prints how files were read, if there was a choice, a line each. */
  static void print(SplitData data, PrintWriter out) {
    data.notes().forEach(out::println);
  }

  /** Prints the same for the data sets of a batch, which are few where there are many trials. */
  static void print(BatchConfig batch, PrintWriter out) {
    boolean isAxis = batch.axes().keySet().stream().anyMatch(path -> path.startsWith(DATASET));
    var seen = new HashSet<DatasetSource>();
    batch.trials().stream()
        .limit(isAxis ? Long.MAX_VALUE : 1)
        .map(TrialConfig::config)
        .filter(config -> seen.add(config.experiment().dataset().source()))
        .flatMap(config -> notes(config).stream())
        .distinct()
        .forEach(out::println);
  }

  /** What cannot be read is reported with its trial. */
  private static List<String> notes(LoadedConfig config) {
    try {
      return Experiment.of(config).data().notes();
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  /** What there is to learn, such as {@code classification with 3 classes}. */
  static String task(Target target) {
    if (target.isClasses()) {
      return "classification with " + target.classes().size() + " classes";
    }
    int columns = target.columns();
    return "regression with " + columns + (columns == 1 ? " target" : " targets");
  }
}
